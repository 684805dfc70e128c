package io.productsnap.persistence.postgres;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.WorkerId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A worker has lost the connection on which a turn of its is still under way. */
final class LostAnswerTest {

    private static final String WAITING = """
        select count(*) from pg_locks where locktype = 'advisory' and not granted
        """;

    private final Database database = TestDatabase.emptied();
    private final PostgresJobStore store = new PostgresJobStore(database.pooled());
    private final WorkerId worker = aWorkerId();

    @Test
    void whatThatTurnClaimsIsWaitedForAndGivenBack() {
        JobRequest request = aJob().request();
        store.admit(request, NOW);
        store.beat(worker, NOW);

        CompletableFuture<Void> givenBack = duringATurn(() -> store.giveBack(worker, Set.of(), NOW));

        givenBack.join();
        assertEquals(
                JobStatus.QUEUED,
                store.find(ANN, request.id()).orElseThrow().state().status());
    }

    @Test
    void anotherTurnOfTheWorkerDoesNotWaitForIt() {
        store.admit(aJob().request(), NOW);
        store.beat(worker, NOW);

        List<Claim> others = TestDatabase.jdbi(database.direct()).inTransaction(handle -> {
            JobTurn.take(handle, worker, List.of(), 1, NOW);
            store.admit(aJob().of(BOB).request(), NOW);
            return store.turn(worker, List.of(), 5, NOW).claims();
        });

        assertEquals(1, others.size());
    }

    private CompletableFuture<Void> duringATurn(Runnable meanwhile) {
        Jdbi jdbi = TestDatabase.jdbi(database.direct());
        return jdbi.inTransaction(handle -> {
            JobTurn.take(handle, worker, List.of(), 1, NOW);
            CompletableFuture<Void> doing = CompletableFuture.runAsync(meanwhile);
            Eventually.until(() -> jdbi.withHandle(other ->
                            other.createQuery(WAITING).mapTo(Integer.class).one())
                    > 0);
            return doing;
        });
    }
}
