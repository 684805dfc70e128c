package io.productsnap.persistence.postgres;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaneMendingTest {

    private static final String DAMAGE = """
        update productsnap.lane set is_open = false, is_full = true
        """;

    private final Database database = TestDatabase.emptied();
    private final PostgresJobStore store = new PostgresJobStore(database.pooled());
    private final LaneMending mending = new LaneMending(new Transactions(database.pooled()));
    private final WorkerId worker = aWorkerId();

    private List<Claim> claim(int want) {
        return store.turn(worker, List.of(), want, NOW).claims();
    }

    @Test
    void aLaneThatWasClosedByHandIsOpenedAgain() {
        store.allow(ANN, terms().cap(1).forEver());
        store.admit(aJob().request(), NOW);
        store.beat(worker, NOW);
        TestDatabase.jdbi(database.pooled()).useHandle(handle -> handle.execute(DAMAGE));
        assertEquals(List.of(), claim(5));

        assertEquals(1, mending.mend(NOW));

        assertEquals(1, claim(5).size());
    }

    @Test
    void aLaneThatIsFullIsLeftClosed() {
        store.allow(ANN, terms().cap(1).forEver());
        store.admit(aJob().request(), NOW);
        store.admit(aJob().request(), NOW);
        store.beat(worker, NOW);
        claim(5);

        assertEquals(0, mending.mend(NOW));
    }

    @Test
    void underLoadThereIsNothingToMend() {
        store.allow(ANN, terms().cap(2).forEver());
        store.beat(worker, NOW);

        List<Integer> mended = AtOnce.times(6, thread -> {
            int sum = 0;
            for (int i = 0; i < 30; i++) {
                store.admit(aJob().request(), NOW);
                for (Claim claim : claim(1)) {
                    Settlement done = new Settlement(claim.fence(), ANN, new Settlement.Done("done"));
                    store.turn(worker, List.of(done), 0, NOW);
                }
                sum += mending.mend(NOW);
            }
            return sum;
        });

        assertEquals(0, mended.stream().mapToInt(Integer::intValue).sum());
    }
}
