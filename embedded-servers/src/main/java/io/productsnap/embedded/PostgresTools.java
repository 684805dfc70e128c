package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL's own programs, run by the right account on one data folder. */
record PostgresTools(Path bin, Account account, DataFolder folder) {
    static final String USER = "productsnap";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    // As numbers of seconds, less than the limit: after a crash a start includes the recovery.
    private static final String PATIENCE = "240";

    /** Makes a new, empty cluster in a folder that has to exist, be empty and belong to the account. */
    Ran initdb(Path cluster, Path passwordFile) throws IOException {
        return run(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The server's own provider: the same order of words on machines without locales.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    }

    /** Returns once the server takes connections; it then runs on its own, whatever becomes of this program. */
    Ran start(int port) throws IOException {
        LogFile log = folder.log("postgres");
        log.prepare();
        account.own(log.path());
        return pgCtl("start", "--log=" + log.path(), "--options=" + settings(port));
    }

    Ran stop(String mode) throws IOException {
        return pgCtl("stop", "--mode=" + mode);
    }

    // On the command line these beat whatever stands in postgresql.conf: what is kept here must survive a power cut.
    private static String settings(int port) {
        return Stream.of(
                        "port=" + port,
                        "listen_addresses=" + Ports.HOST,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=100",
                        "shared_buffers=128MB",
                        "timezone=UTC",
                        "log_timezone=UTC")
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private Ran pgCtl(String command, String... more) throws IOException {
        Stream<String> words = Stream.of(
                bin.resolve("pg_ctl").toString(),
                command,
                "--pgdata=" + folder.postgres(),
                "--wait",
                "--timeout",
                PATIENCE);
        return run(Stream.concat(words, Stream.of(more)).toList());
    }

    private Ran run(List<String> command) throws IOException {
        if (!Files.isExecutable(Path.of(command.get(0)))) {
            throw new CannotStart(
                    "%s is missing: delete %s, and it is unpacked again.".formatted(command.get(0), bin.getParent()));
        }
        return Ran.of(folder.root(), LIMIT, account.running(command));
    }
}
