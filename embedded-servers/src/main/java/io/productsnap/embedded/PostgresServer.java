package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts, starts and stops the Postgres of one data folder. */
final class PostgresServer implements Server {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration MOMENT = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 5;

    private final PostgresCluster cluster;
    private final PostgresTools tools;
    private Login login;
    private boolean portIsKnown;

    PostgresServer(PostgresTools tools) throws IOException {
        this.tools = tools;
        this.cluster = new PostgresCluster(tools);
        this.login = cluster.login();
    }

    @Override
    public String name() {
        return "PostgreSQL";
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
        Optional<ProcessHandle> adopted = leftBehind();
        ProcessHandle process = adopted.isPresent() ? adopted.get() : startNew(ATTEMPTS);
        // Whoever has been told the port keeps using it.
        portIsKnown = true;
        cluster.remember(login);
        return process;
    }

    @Override
    public void stop(ProcessHandle process) throws IOException {
        if (!Waiting.hasEnded(process) && !tools.stop("fast").worked()) {
            LOG.warn("PostgreSQL does not stop in time; it will recover at its next start");
            tools.stop("immediate");
        }
        if (!Waiting.forEndOf(process, MOMENT)) {
            process.destroyForcibly();
        }
    }

    private Optional<ProcessHandle> leftBehind() throws IOException {
        Optional<Postmaster> found = Postmaster.of(tools.folder().postgres());
        Optional<ProcessHandle> process =
                found.flatMap(postmaster -> postmaster.process(tools.folder().postgres()));
        if (process.isEmpty()) {
            // What is left is a number that means nothing any more, or another process by now.
            Files.deleteIfExists(Postmaster.pidFile(tools.folder().postgres()));
            return Optional.empty();
        }
        Login there = login.onPort(found.orElseThrow().port());
        if (isOurs(there)) {
            LOG.info("PostgreSQL was left running by an earlier run; using it");
            login = there;
            return process;
        }
        LOG.warn("PostgreSQL was left running by an earlier run and does not answer; stopping it");
        stop(process.get());
        return Optional.empty();
    }

    private boolean isOurs(Login there) {
        PostgresSession.Answer[] last = {PostgresSession.Answer.NOT_YET};
        PostgresSession session = new PostgresSession(there);
        boolean answered = Waiting.upTo(MOMENT, () -> {
            last[0] = session.asked(tools.folder().postgres());
            return last[0] != PostgresSession.Answer.NOT_YET;
        });
        return answered && last[0] == PostgresSession.Answer.OURS;
    }

    private ProcessHandle startNew(int attempts) throws IOException {
        if (!Ports.isFree(login.port())) {
            takeAnotherPort();
        }
        LogFile log = tools.folder().log("postgres");
        long before = log.length();
        if (tools.start(login.port()).worked()) {
            return Postmaster.of(tools.folder().postgres())
                    .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
                    .orElseThrow(() -> new CannotStart("PostgreSQL ended right after its start: see " + log.path()));
        }
        String words = log.since(Math.min(before, log.length()));
        // Taken between our look and its start; or the last of a killed server's processes still hold its memory.
        boolean passing = words.contains("Address already in use") || words.contains("shared memory block");
        if (passing && attempts > 1) {
            Waiting.rest(Duration.ofMillis(500));
            return startNew(attempts - 1);
        }
        throw new CannotStart("PostgreSQL did not start: %s (its log: %s)."
                .formatted(Faults.told(words, tools.folder().root()), log.path()));
    }

    private void takeAnotherPort() {
        if (portIsKnown) {
            throw new CannotStart(
                    "PostgreSQL cannot come back: another program has taken its port %d.".formatted(login.port()));
        }
        LOG.info("port {} is taken; PostgreSQL gets another one", login.port());
        login = login.onPort(Ports.free());
    }
}
