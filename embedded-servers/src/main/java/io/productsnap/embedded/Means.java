package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which root can run a command as another account, in the order in which to try them. */
final class Means {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Means() {}

    static List<List<String>> of(String account) throws IOException {
        return List.of(
                setpriv(account, List.of()),
                // Where a folder above is closed to the account, as /root is, it may pass through closed folders; a
                // container has at most the second of these two to give.
                setpriv(account, capability("dac_read_search")),
                setpriv(account, capability("dac_override")),
                List.of("runuser", "-u", account, "--"),
                List.of("su", "-s", "/bin/sh", account, "-c", "exec \"$@\"", "--", "sh"));
    }

    private static List<String> setpriv(String account, List<String> more) throws IOException {
        Stream<String> words = Stream.of("setpriv", "--reuid", account, "--regid", group(account), "--clear-groups");
        return Stream.of(words, more.stream(), Stream.of("--"))
                .flatMap(all -> all)
                .toList();
    }

    private static List<String> capability(String name) {
        return List.of("--inh-caps", "-all,+" + name, "--ambient-caps", "-all,+" + name);
    }

    private static String group(String account) throws IOException {
        return Ran.of(Path.of("/"), LIMIT, List.of("id", "-g", account)).output();
    }
}
