package io.productsnap.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real Postgres and a real Redis for the tests of one JVM, each started when the first test asks for it and stopped
 * with the JVM.
 *
 * <p>Their data stays in {@code target/test-servers}, so that only the first run after a clean waits for initdb. Safe for
 * use by many threads.
 */
public final class TestServers {
    private static final int REDIS_DATABASES = 256;

    private TestServers() {}

    /** The JDBC URL of a new, empty database, user and password included. */
    public static String postgres() {
        return Postgres.SERVER.jdbcUrl(newDatabase());
    }

    /** The same kind of new database as {@code postgresql://user:password@host:port/name}. */
    public static String postgresUrl() {
        String url = Postgres.SERVER.url();
        return url.substring(0, url.lastIndexOf('/') + 1) + newDatabase();
    }

    /** The URL of an empty Redis database that nobody else was given: 256 in turns. Its channels are shared. */
    public static String redis() {
        int database = Redis.NEXT.getAndIncrement() % REDIS_DATABASES;
        try {
            RedisCall.on(
                    Redis.SERVER.server().login(),
                    List.of(List.of("SELECT", Integer.toString(database)), List.of("FLUSHDB")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Redis.SERVER.url(database);
    }

    private static String newDatabase() {
        String name = Postgres.PREFIX + Postgres.NEXT.getAndIncrement();
        Postgres.SERVER.create(name);
        return name;
    }

    private static final class Postgres {
        // Names differ from those of earlier runs, which stay: to drop one costs more than to make one.
        static final String PREFIX = "test_" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "_";
        static final AtomicInteger NEXT = new AtomicInteger(1);
        static final LocalPostgres SERVER = started();
        private static final int MOST_DATABASES = 60;

        static {
            stopAtExit(SERVER::close);
        }

        private static LocalPostgres started() {
            LocalPostgres postgres = LocalPostgres.start(Folder.MINE, TestServers::lost);
            try {
                if (postgres.session().databases().size() <= MOST_DATABASES) {
                    return postgres;
                }
                postgres.close();
                BinaryCache.deleteTree(Folder.MINE.resolve("postgres"));
                return LocalPostgres.start(Folder.MINE, TestServers::lost);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("the databases of earlier runs cannot be removed", e);
            }
        }
    }

    private static final class Redis {
        static final LocalRedis SERVER = LocalRedis.start(Folder.MINE, TestServers::lost);
        static final AtomicInteger NEXT = new AtomicInteger();

        static {
            stopAtExit(SERVER::close);
        }
    }

    /** One folder for each JVM that runs tests of a module at the same time; the first free one of a few. */
    private static final class Folder {
        private static final int MOST = 16;
        static final Path MINE = locked();

        // Held until this JVM ends, and therefore never closed.
        @SuppressWarnings("resource")
        private static Path locked() {
            Path all = Path.of("target", "test-servers").toAbsolutePath();
            try {
                for (int i = 1; i <= MOST; i++) {
                    Path mine = all.resolve(Integer.toString(i));
                    Files.createDirectories(mine);
                    FileLock lock = FileChannel.open(
                                    mine.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                            .tryLock();
                    if (lock != null) {
                        return mine;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new IllegalStateException("more than %d JVMs run tests in %s".formatted(MOST, all));
        }
    }

    private static void stopAtExit(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop-test-server"));
    }

    private static void lost(CannotStart why) {
        throw why;
    }
}
