package io.productsnap.embedded;

import java.util.List;
import java.util.stream.Stream;

/** The ways in which root can run a command as another account, in the order in which to try them. */
final class Means {
    private Means() {}

    static List<List<String>> of(Account.Other account) {
        return List.of(
                setpriv(account, List.of()),
                // Where a folder above is closed to the account, as /root is, it may pass through closed folders; a
                // container has at most the second of these two to give.
                setpriv(account, capability("dac_read_search")),
                setpriv(account, capability("dac_override")),
                List.of("runuser", "-u", account.name(), "--"),
                List.of("su", "-s", "/bin/sh", account.name(), "-c", "exec \"$@\"", "--", "sh"));
    }

    private static List<String> setpriv(Account.Other account, List<String> more) {
        Stream<String> words =
                Stream.of("setpriv", "--reuid", account.name(), "--regid", account.group(), "--clear-groups");
        return Stream.of(words, more.stream(), Stream.of("--"))
                .flatMap(all -> all)
                .toList();
    }

    private static List<String> capability(String name) {
        return List.of("--inh-caps", "-all,+" + name, "--ambient-caps", "-all,+" + name);
    }
}
