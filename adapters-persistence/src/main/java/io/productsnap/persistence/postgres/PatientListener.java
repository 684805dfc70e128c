package io.productsnap.persistence.postgres;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bears with whatever another listener throws: a statement that went well must not fail for it. */
record PatientListener(PostgresListener other) implements PostgresListener {

    private static final Logger LOG = LoggerFactory.getLogger(PatientListener.class);

    @Override
    public void ran(String statement, Duration took) {
        patiently(() -> other.ran(statement, took));
    }

    @Override
    public void failed(String statement, Duration took) {
        patiently(() -> other.failed(statement, took));
    }

    @Override
    public void lanesMended(int lanes) {
        patiently(() -> other.lanesMended(lanes));
    }

    private void patiently(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | Error failed) {
            LOG.warn("a listener failed: {}", other.getClass().getName(), failed);
        }
    }
}
