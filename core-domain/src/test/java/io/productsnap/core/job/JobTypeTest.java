package io.productsnap.core.job;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.TurnableClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobTypeTest {

    private static final JobType<LocalDate> DAY =
            new JobType<>(new JobKind("day"), LocalDate::toString, LocalDate::parse);

    private final List<LocalDate> done = new ArrayList<>();
    private final JobStore store = new InMemoryJobStore(new InMemoryData());
    private final Engine engine = Engine.builder(store)
            .clock(new TurnableClock(NOW))
            .handler(DAY, (claim, day, progress) -> {
                done.add(day);
                return Outcome.produced("");
            })
            .build();

    private Job afterOneRunOf(JobSpec spec) {
        Admission admission = engine.submit(ANN, spec);
        engine.runOnce();
        JobId id = assertInstanceOf(Admission.Admitted.class, admission).job().id();
        return store.find(ANN, id).orElseThrow();
    }

    @Test
    void aHandlerIsGivenTheValueThatWasSubmitted() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);

        Job job = afterOneRunOf(DAY.spec(leapDay));

        assertEquals(List.of(leapDay), done);
        assertEquals(JobStatus.COMPLETED, job.state().status());
    }

    @Test
    void whatCannotBeReadIsTriedAgain() {
        Job job = afterOneRunOf(new JobSpec(DAY.kind(), "tomorrow", ""));

        assertEquals(List.of(), done);
        assertEquals(JobStatus.QUEUED, job.state().status());
        assertEquals(1, job.attempts().errors());
    }
}
