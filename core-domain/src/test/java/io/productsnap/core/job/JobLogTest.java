package io.productsnap.core.job;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.policy.Backoff;
import io.productsnap.core.policy.Failure;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step of a job's life is one line of the log, with the job and its owner. */
final class JobLogTest {

    private static final Logger PACKAGE = Logger.getLogger(Engine.class.getPackageName());

    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryJobStore store = new InMemoryJobStore(new InMemoryData());
    private final Lines lines = new Lines();

    /** Keeps what is logged. */
    private static final class Lines extends Handler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            all.add(MessageFormat.format(logged.getMessage(), logged.getParameters()));
        }

        @Override
        public void flush() {
            // They are there at once.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void listen() {
        PACKAGE.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        PACKAGE.removeHandler(lines);
    }

    private Engine engine(JobHandler handler) {
        return Engine.builder(store)
                .clock(clock)
                .handler(aJob().spec().kind(), handler)
                .build();
    }

    private static JobId submit(Engine engine) {
        return assertInstanceOf(Admission.Admitted.class, engine.submit(ANN, aJob().spec()))
                .job()
                .id();
    }

    private List<String> linesOf(JobId id) {
        String start = "job " + id + " of ann: ";
        return lines.all.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    @Test
    void aJobThatFailsOnceAndIsDone() {
        Engine engine = engine((claim, progress) ->
                claim.attempts().retries() == 0 ? Outcome.failed(Failure.passing("down")) : Outcome.produced(""));
        JobId id = submit(engine);
        engine.runOnce();
        clock.turn(Backoff.DEFAULT.longest());
        engine.runOnce();

        assertEquals(
                List.of("QUEUED", "PROCESSING", "QUEUED, retry 1/3", "PROCESSING", "COMPLETED, retry 1/3"),
                linesOf(id));
    }

    @Test
    void aJobThatIsCalledOff() {
        Engine engine = engine((claim, progress) -> Outcome.produced(""));
        JobId id = submit(engine);
        engine.cancel(ANN, id);
        new RemoveJob(store).remove(ANN, id);

        assertEquals(List.of("QUEUED", "CANCELLED", "removed, it was CANCELLED"), linesOf(id));
    }

    @Test
    void aJobThatIsDoneAgain() {
        Engine engine = engine((claim, progress) -> Outcome.failed(Failure.ofWork("broken")));
        JobId id = submit(engine);
        engine.runOnce();
        engine.readmit(ANN, id);

        assertEquals(
                List.of("QUEUED", "PROCESSING", "FAILED, retry 0/3", "QUEUED again, as its owner wished"), linesOf(id));
    }
}
