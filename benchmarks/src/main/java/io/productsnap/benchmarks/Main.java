package io.productsnap.benchmarks;

import java.nio.file.Path;

/** Chooses a measurement by its name. */
final class Main {

    private Main() {}

    public static void main(String[] words) throws Exception {
        String what = words.length == 0 ? "" : words[0];
        switch (what) {
            case "startup" -> StartUp.measure(words.length > 1 ? Integer.parseInt(words[1]) : 5);
            case "studio" -> Studio.measure(Path.of(words[1]), words.length > 2 ? Integer.parseInt(words[2]) : 10);
            case "burn-down" ->
                BurnDown.measure(
                        words.length > 1 ? Integer.parseInt(words[1]) : 20_000,
                        words.length > 2 ? Integer.parseInt(words[2]) : 3);
            case "engines" ->
                Engines.measure(
                        words.length > 1 ? Integer.parseInt(words[1]) : 20_000,
                        words.length > 2 ? Integer.parseInt(words[2]) : 3);
            default -> {
                System.err.println("benchmarks/run startup [ROUNDS] | studio PHOTO [ROUNDS] | burn-down [JOBS [ROUNDS]]"
                        + " | engines [JOBS [ROUNDS]]");
                System.exit(2);
            }
        }
    }
}
