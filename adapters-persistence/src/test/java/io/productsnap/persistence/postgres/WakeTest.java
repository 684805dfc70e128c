package io.productsnap.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.signal.Signals.Topic;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WakeTest {

    private final Database database = TestDatabase.emptied();
    private final PostgresSignals signals = new PostgresSignals(database.direct());
    private final Wake wake = new Wake(new Transactions(database.pooled()));
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeEach
    void listen() {
        signals.listen(Topic.JOBS, heard::incrementAndGet);
        signals.start();
        // Whoever begins to listen is signalled once.
        Eventually.until(() -> heard.get() > 0);
    }

    @AfterEach
    void close() {
        signals.close();
    }

    @Test
    void whoComesSoonAfterANoticeIsToldOfInAMoment() {
        wake.workers();
        wake.workers();

        Eventually.until(() -> heard.get() >= 3);
    }

    @Test
    void aCrowdIsToldOfInFewNotices() {
        long begin = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            wake.workers();
        }
        Eventually.until(() -> heard.get() >= 3);

        int notices = heard.get();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertTrue(notices <= 3 + millis / 2, notices + " notices in " + millis + " ms");
    }
}
