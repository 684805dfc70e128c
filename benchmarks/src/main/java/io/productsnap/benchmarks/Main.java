package io.productsnap.benchmarks;

import io.productsnap.benchmarks.crash.CrashTests;
import io.productsnap.benchmarks.engines.Engines;
import io.productsnap.benchmarks.engines.Plans;
import io.productsnap.benchmarks.engines.Sizes;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses a measurement by its name. */
final class Main {

    private Main() {}

    public static void main(String[] words) throws Exception {
        String what = words.length == 0 ? "" : words[0];
        switch (what) {
            case "startup" -> StartUp.measure(words.length > 1 ? Integer.parseInt(words[1]) : 5);
            case "studio" -> Studio.measure(Path.of(words[1]), words.length > 2 ? Integer.parseInt(words[2]) : 10);
            case "burn-down" -> Engines.burnDown(sizes(words), System.out);
            case "engines" -> Engines.measure(sizes(words), System.out);
            case "plans" -> Plans.measure(sizes(words), System.out);
            case "crash" -> {
                boolean kept = CrashTests.measure(
                        words.length > 1 ? Integer.parseInt(words[1]) : 20,
                        words.length > 2 ? Optional.of(words[2]) : Optional.empty());
                System.exit(kept ? 0 : 1);
            }
            default -> {
                System.err.println("benchmarks/run startup [ROUNDS] | studio PHOTO [ROUNDS] | burn-down [JOBS [ROUNDS]]"
                        + " | engines [short | JOBS [ROUNDS]] | plans [short] | crash [ROUNDS [SCENARIO]]");
                System.exit(2);
            }
        }
    }

    private static Sizes sizes(String[] words) {
        if (words.length < 2) {
            return Sizes.FULL;
        }
        if (words[1].equals("short")) {
            return Sizes.SHORT;
        }
        Sizes sizes = Sizes.FULL.withJobs(Integer.parseInt(words[1]));
        return words.length > 2 ? sizes.withRounds(Integer.parseInt(words[2])) : sizes;
    }
}
