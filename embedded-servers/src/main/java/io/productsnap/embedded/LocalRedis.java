package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A real Redis for one machine: a process of its own on a loopback port, behind a password, its data in a folder (an
 * append-only file, at most a second behind).
 *
 * <p>A server that a killed program left behind is adopted, or stopped when it does not answer; one that dies is started
 * again. One program at a time may do this with a folder: the caller sees to that. Safe for use by many threads.
 */
public final class LocalRedis implements AutoCloseable {
    private final RedisServer server;
    private final Guard guard;

    private LocalRedis(RedisServer server, Guard guard) {
        this.server = server;
        this.guard = guard;
    }

    /**
     * Returns once the server answers.
     *
     * @param folder created when missing; the data is in its {@code redis}, the password in its {@code
     *     redis.properties}, the log in its {@code logs}
     * @param lost told, from another thread, when the server has died and cannot be brought back
     * @throws CannotStart when something here forbids it, in a sentence for a person
     */
    public static LocalRedis start(Path folder, Consumer<CannotStart> lost) {
        try {
            DataFolder data = DataFolder.at(folder);
            Path program = RedisBinary.in(BinaryCache.forUser(data.root()));
            RedisServer server = new RedisServer(new RedisTools(program, data));
            return new LocalRedis(server, new Guard(server, lost));
        } catch (IOException e) {
            throw new CannotStart("Redis cannot be started in %s: %s.".formatted(folder, Faults.told(e, folder)), e);
        }
    }

    /** As {@code redis://:password@host:port/0}, with nothing in it that would need escaping. */
    public String url() {
        return url(0);
    }

    /** The same with another of its 256 databases. */
    String url(int database) {
        Login login = server.login();
        return "redis://:%s@%s:%d/%d".formatted(login.password(), Ports.HOST, login.port(), database);
    }

    /** Its process now: another one after the server died and came back. */
    public ProcessHandle process() {
        return guard.process();
    }

    /** Returns when what Redis keeps is on the disk. */
    @Override
    public void close() {
        guard.close();
    }

    RedisServer server() {
        return server;
    }
}
