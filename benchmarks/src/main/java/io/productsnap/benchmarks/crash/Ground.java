package io.productsnap.benchmarks.crash;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.productsnap.embedded.LocalPostgres;
import io.productsnap.embedded.LocalRedis;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The servers of a test, for it alone, and what can be done to them. */
final class Ground implements AutoCloseable {

    private final Place place;
    private LocalPostgres postgres;
    private LocalRedis redis;
    private Optional<Instant> postgresLeft = Optional.empty();

    private Ground(Place place, LocalPostgres postgres, LocalRedis redis) {
        this.place = place;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Their data stays in the folder, and what an earlier test has left there does not disturb. */
    static Ground open(Path folder) {
        Place place = new Place(folder);
        place.clear();
        LocalPostgres postgres = LocalPostgres.start(place.servers(), Ground::lost);
        try {
            try (Database database = new Database(PostgresSettings.parse(postgres.url()))) {
                new Tables(database.direct()).drop();
                Migrations.ofProductSnap(database.direct()).apply();
            }
            return new Ground(place, postgres, LocalRedis.start(place.servers(), Ground::lost));
        } catch (RuntimeException unusable) {
            postgres.close();
            throw unusable;
        }
    }

    private static void lost(RuntimeException why) {
        throw why;
    }

    Place place() {
        return place;
    }

    /** When Postgres last went away, if ever: workers may not have heard then of what it had accepted. */
    Optional<Instant> postgresLeft() {
        return postgresLeft;
    }

    String postgresUrl() {
        return postgres.url();
    }

    String redisUrl() {
        return redis.url();
    }

    /** As an operator does it: sessions are cut off, what they had under way is rolled back. */
    void restartPostgres() {
        postgresLeft = Optional.of(Instant.now());
        postgres.close();
        postgres = LocalPostgres.start(place.servers(), Ground::lost);
    }

    /** As a power cut does it. It comes back by itself, and recovers from its log. */
    void crashPostgres() {
        postgresLeft = Optional.of(Instant.now());
        ProcessHandle process = postgres.process();
        process.destroyForcibly();
        Patience.until("Postgres is back", () -> !postgres.process().equals(process));
    }

    void emptyRedis() {
        RedisClient client = RedisClient.create(redis.url());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }

    void stopRedis() {
        redis.close();
    }

    void startRedis() {
        redis = LocalRedis.start(place.servers(), Ground::lost);
    }

    /** For the workers alone: customers go on to bring their photos. */
    void photosAway(boolean away) {
        try {
            if (away) {
                Files.createFile(place.photosAway());
            } else {
                Files.delete(place.photosAway());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        redis.close();
        postgres.close();
    }
}
