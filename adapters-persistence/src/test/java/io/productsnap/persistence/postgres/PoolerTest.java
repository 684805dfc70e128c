package io.productsnap.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.signal.Signals.Topic;
import io.productsnap.embedded.TestServers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signals, where a pooler is on the way. */
final class PoolerTest {

    private final PostgresSettings postgres = PostgresSettings.parse(TestServers.postgresUrl());
    private final StandInPooler pooler = new StandInPooler(postgres);
    private final AtomicInteger heard = new AtomicInteger();

    @AfterEach
    void close() {
        pooler.close();
    }

    private PostgresSignals listen(PostgresSettings settings) {
        try (Database database = new Database(settings)) {
            PostgresSignals signals = new PostgresSignals(database.direct());
            signals.listen(Topic.JOBS, heard::incrementAndGet);
            signals.start();
            return signals;
        }
    }

    @Test
    void throughThePoolerNobodyListens() {
        PostgresSignals signals = listen(pooler.settings());

        Eventually.until(() -> pooler.left() == 1);

        signals.close();
        assertEquals(0, heard.get());
    }

    @Test
    void aDirectWayLeadsPastIt() {
        PostgresSignals signals = listen(pooler.settings().withDirect(postgres));

        // Whoever begins to listen is signalled once.
        Eventually.until(() -> heard.get() == 1);

        signals.close();
        assertEquals(0, pooler.left());
    }
}
