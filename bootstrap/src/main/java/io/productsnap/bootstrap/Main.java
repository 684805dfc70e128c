package io.productsnap.bootstrap;

/** The program of production. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(Launcher.run(words, role -> Surroundings.of(System.getenv())));
    }
}
