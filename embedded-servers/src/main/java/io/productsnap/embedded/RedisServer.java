package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts, starts and stops the Redis of one data folder. */
final class RedisServer implements Server {
    private static final Logger LOG = LoggerFactory.getLogger(RedisServer.class);
    private static final Duration MOMENT = Duration.ofSeconds(15);
    // Loading what was kept; a server that is stopped in the midst of it loses nothing.
    private static final Duration LOADING = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;
    private static final Pattern PROCESS = Pattern.compile("process_id:([0-9]+)");

    private final RedisTools tools;
    private final Path loginFile;
    private Login login;
    private boolean portIsKnown;

    RedisServer(RedisTools tools) throws IOException {
        this.tools = tools;
        this.loginFile = tools.folder().file("redis.properties");
        // Nothing is lost with a damaged file: Redis is given its password anew at each start.
        this.login = Login.read(loginFile).orElseGet(Login::fresh);
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public synchronized int port() {
        return login.port();
    }

    /** Of the server that was started last. */
    synchronized Login login() {
        return login;
    }

    @Override
    public synchronized ProcessHandle start() throws IOException {
        Files.createDirectories(tools.folder().redis());
        Optional<ProcessHandle> adopted = leftBehind();
        ProcessHandle process = adopted.isPresent() ? adopted.get() : startNew(ATTEMPTS);
        // Whoever has been told the port keeps using it.
        portIsKnown = true;
        return process;
    }

    @Override
    public void stop(ProcessHandle process) {
        process.destroy(); // SIGTERM: it writes what it has and ends
        if (!Waiting.forEndOf(process, MOMENT)) {
            LOG.warn("Redis does not stop in time; killing it");
            process.destroyForcibly();
        }
    }

    private Optional<ProcessHandle> leftBehind() throws IOException {
        Optional<ProcessHandle> process = tools.leftBehind();
        if (process.isPresent() && Waiting.upTo(LOADING, () -> answering().isPresent())) {
            LOG.info("Redis was left running by an earlier run; using it");
            return answering();
        }
        process.ifPresent(this::stop);
        tools.forgetProcess();
        return Optional.empty();
    }

    private ProcessHandle startNew(int attempts) throws IOException {
        if (!Ports.isFree(login.port())) {
            takeAnotherPort();
        }
        login.write(loginFile);
        LogFile log = tools.folder().log("redis");
        long before = log.length();
        Ran ran = tools.start(login);
        if (ran.worked()) {
            Waiting.upTo(MOMENT, () -> answering().isPresent() || hasGivenUp(log, before));
        }
        Optional<ProcessHandle> started = answering();
        if (started.isPresent()) {
            return started.get();
        }
        String words = ran.output() + log.since(Math.min(before, log.length()));
        if (attempts > 1 && words.contains("reading the append only file")) {
            LOG.warn("Redis cannot read what it kept; it starts empty, and what it had is in {}", tools.setAside());
            return startNew(attempts - 1);
        }
        if (attempts > 1 && words.contains("Address already in use")) {
            return startNew(attempts - 1);
        }
        throw new CannotStart("Redis did not start: %s (its log: %s)."
                .formatted(Faults.told(words, tools.folder().root()), log.path()));
    }

    /** The server that listens, if it knows our password, serves this folder and is done with loading. */
    private Optional<ProcessHandle> answering() {
        try {
            List<String> folder = RedisCall.on(login, List.of(List.of("CONFIG", "GET", "dir")));
            String info = String.join("\n", RedisCall.on(login, List.of(List.of("PING"), List.of("INFO", "server"))));
            Matcher process = PROCESS.matcher(info);
            return folder.contains(tools.folder().redis().toString()) && process.find()
                    ? ProcessHandle.of(Long.parseLong(process.group(1)))
                    : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static boolean hasGivenUp(LogFile log, long before) {
        try {
            String words = log.since(Math.min(before, log.length()));
            return List.of(
                            "Address already in use",
                            "# Bad file format",
                            "# Unrecoverable",
                            "# Fatal",
                            "Failed listening",
                            "# Unexpected end of file",
                            "Can't open the append-only file",
                            "FATAL")
                    .stream()
                    .anyMatch(words::contains);
        } catch (IOException e) {
            return true;
        }
    }

    private void takeAnotherPort() {
        if (portIsKnown) {
            throw new CannotStart(
                    "Redis cannot come back: another program has taken its port %d.".formatted(login.port()));
        }
        LOG.info("port {} is taken; Redis gets another one", login.port());
        login = login.onPort(Ports.free());
    }
}
