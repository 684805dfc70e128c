package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.messaging.redis.Redis;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of the counts, and what mending does. */
final class CountersTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void aRunThatIsOnlyInViewIsShownAndMendedOnRequest() {
        Map<String, String> settings = Product.settings(folder);
        settings.put("COUNTER_GRACE", "PT1S");
        try (Database database = new Database(Settings.readDatabase(settings));
                Redis redis = new Redis(Settings.readCounted(settings).redis())) {
            Migrations.ofProductSnap(database.direct()).apply();
            redis.check();
            LiveRuns live = Counters.live(redis, StalePolicy.DEFAULT);
            Owner owner = new Owner("ann");
            live.seen(owner, new Fence(new JobId(UUID.randomUUID()), 7));

            // A second must have gone by since it was seen.
            String shown = shown(settings, false);
            while (!shown.contains("to be mended")) {
                shown = shown(settings, false);
            }
            assertEquals("ann: 1 in view, 0 running, to be mended\n1 to be mended: --mend does it.\n", shown);
            assertTrue(live.inView().containsKey(owner));

            assertTrue(shown(settings, true).endsWith("1 mended.\n"));
            while (live.inView().containsKey(owner)) {
                Thread.onSpinWait();
            }
            assertEquals("All counts are right, or too young to judge.\n", shown(settings, false));
        }
    }

    private static String shown(Map<String, String> settings, boolean mend) {
        StringWriter out = new StringWriter();
        Counters.show(settings, mend, new PrintWriter(out, true));
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
