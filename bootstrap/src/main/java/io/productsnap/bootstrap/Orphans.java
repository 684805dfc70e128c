package io.productsnap.bootstrap;

import io.productsnap.core.photo.CollectOrphans;
import io.productsnap.core.photo.CollectOrphans.Walk;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresClock;
import io.productsnap.persistence.postgres.PostgresJobCensus;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Shows an operator which files belong to no job, or removes them. */
final class Orphans {

    private Orphans() {}

    static void show(Map<String, String> values, boolean collect, PrintWriter out) {
        Settings.Kept settings = Settings.readKept(values);
        try (Closing closing = new Closing();
                Database database = new Database(settings.postgres())) {
            database.check();
            Migrations.ofProductSnap(database.direct()).check();
            PostgresClock clock = new PostgresClock(database.pooled(), Clock.systemUTC());
            clock.measure();
            PhotoStore photos = Stores.store(settings.photos(), closing);
            photos.check();
            CollectOrphans orphans = new CollectOrphans(
                    photos,
                    new PostgresJobCensus(database.pooled()),
                    settings.orphans().policy(),
                    clock);
            out.println(collect ? collected(orphans.collect("", Instant.MAX)) : shown(orphans.show(out::println)));
        }
    }

    private static String shown(Walk walk) {
        return walk.orphans() == 0
                ? seen(walk) + " None that can go."
                : seen(walk) + " " + walk.orphans() + " belong to no job: --collect removes them.";
    }

    private static String collected(Walk walk) {
        return seen(walk) + " " + walk.orphans() + " belonged to no job, and are removed.";
    }

    private static String seen(Walk walk) {
        return walk.strange() == 0
                ? walk.files() + " files."
                : walk.files() + " files, " + walk.strange() + " of them not ours by their names, and left alone.";
    }
}
