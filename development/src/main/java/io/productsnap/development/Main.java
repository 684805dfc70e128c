package io.productsnap.development;

import io.productsnap.bootstrap.Launcher;

/** The program of a laptop: production's, with servers of its own for those that nobody has configured. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(Launcher.run(words, role -> DevelopmentServers.start(System.getenv(), role)));
    }
}
