package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Redis' program and its files on one data folder. */
record RedisTools(Path program, DataFolder folder) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    // Systems tell a process' start in ticks since a boot whose time they know to the second.
    private static final Duration COARSE = Duration.ofSeconds(2);

    /**
     * Redis leaves this program's process group by itself, so that a Ctrl-C in the terminal does not stop it before
     * those who use it.
     */
    Ran start(Login login) throws IOException {
        folder.log("redis").prepare();
        Path configuration = folder.redis().resolve("redis.conf");
        PrivateFile.write(configuration, configuration(login));
        return Ran.of(folder.root(), LIMIT, List.of(program.toString(), configuration.toString()));
    }

    /**
     * The process that wrote the pid file, if that still runs: the number alone may be anybody's after a reboot, but no
     * process starts after it has written its number.
     */
    Optional<ProcessHandle> leftBehind() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        String number = Files.readString(pidFile()).strip();
        if (!number.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        Instant written = Files.getLastModifiedTime(pidFile()).toInstant();
        return ProcessHandle.of(Long.parseLong(number)).filter(process -> {
            ProcessHandle.Info info = process.info();
            return info.command()
                            .filter(command -> command.endsWith("/redis-server"))
                            .isPresent()
                    && info.startInstant()
                            .filter(start -> start.isBefore(written.plus(COARSE)))
                            .isPresent();
        });
    }

    void forgetProcess() throws IOException {
        Files.deleteIfExists(pidFile());
    }

    /** Takes what Redis cannot read out of its way; where it now is. */
    Path setAside() throws IOException {
        Path broken = folder.redis().resolve("appendonly.aof.broken");
        return Files.move(folder.redis().resolve("appendonly.aof"), broken, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path pidFile() {
        return folder.redis().resolve("redis.pid");
    }

    private String configuration(Login login) {
        // Every write in a log of its own, on the disk within a second: what is running and what is limited outlives a
        // restart, and none of it is worth a wait for the disk at each write.
        return """
            bind %s
            port %d
            requirepass "%s"
            daemonize yes
            dir "%s"
            pidfile "%s"
            logfile "%s"
            databases 256
            appendonly yes
            appendfsync everysec
            save ""
            """.formatted(
                        Ports.HOST,
                        login.port(),
                        login.password(),
                        folder.redis(),
                        pidFile(),
                        folder.log("redis").path());
    }
}
