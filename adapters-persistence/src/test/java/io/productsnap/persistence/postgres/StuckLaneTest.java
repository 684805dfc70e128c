package io.productsnap.persistence.postgres;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.contract.Examples.JobExample;
import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Somebody holds an owner's lane, a program of an embedder's for example that submits and then thinks: others go on. */
final class StuckLaneTest {

    private static final String LOCK = """
        select owner from productsnap.lane where owner = :owner for no key update
        """;

    private static final String WAITING = """
        select count(*) from pg_locks where not granted
        """;

    private static final String GIVE_BACK = """
        update productsnap.lane set used = used - 1 where owner = :owner
        """;

    private final Database database = TestDatabase.emptied();
    private final PostgresJobStore store = new PostgresJobStore(database.pooled());
    private final WorkerId worker = aWorkerId();

    private static <T> T whileLocked(Owner owner, Supplier<T> others) {
        try (Database another = TestDatabase.another()) {
            return TestDatabase.jdbi(another.direct()).inTransaction(handle -> {
                handle.createQuery(LOCK).bind("owner", owner.value()).mapToMap().list();
                return others.get();
            });
        }
    }

    private void admit(JobExample job) {
        store.admit(job.request(), NOW);
    }

    @Test
    void whatTheDeadHadOfOthersIsTakenOverAndTheRestLater() {
        admit(aJob());
        admit(aJob().of(BOB));
        store.beat(worker, NOW);
        assertEquals(2, store.turn(worker, List.of(), 5, NOW).claims().size());
        Instant later = NOW.plus(StalePolicy.DEFAULT.lease()).plusSeconds(1);

        List<Job> taken = whileLocked(ANN, () -> store.rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, later));

        assertEquals(List.of(BOB), taken.stream().map(Job::owner).toList());
        assertEquals(
                List.of(ANN),
                store.rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, later).stream()
                        .map(Job::owner)
                        .toList());
    }

    @Test
    void whatIsDueOfOthersIsPromotedAndTheRestLater() {
        admit(aJob());
        admit(aJob().of(BOB));
        store.beat(worker, NOW);
        Instant due = NOW.plusSeconds(60);
        List<Settlement> retries = store.turn(worker, List.of(), 5, NOW).claims().stream()
                .map(claim -> new Settlement(
                        claim.fence(), claim.owner(), new Settlement.Retry(Failure.passing("down"), due)))
                .toList();
        store.turn(worker, retries, 0, NOW);

        assertEquals(due, whileLocked(ANN, () -> store.promote(due)).orElseThrow());

        assertEquals(
                List.of(BOB),
                store.turn(worker, List.of(), 5, due).claims().stream()
                        .map(Claim::owner)
                        .toList());
        assertTrue(store.promote(due).isEmpty());
    }

    @Test
    void aWorkerThatFindsEverythingLockedIsToldToAskAgain() {
        admit(aJob());
        store.beat(worker, NOW);

        Turn turn = whileLocked(ANN, () -> store.turn(worker, List.of(), 5, NOW));

        assertEquals(new Turn(Set.of(), List.of(), true), turn);
        Turn next = store.turn(worker, List.of(), 5, NOW);
        assertEquals(1, next.claims().size());
        assertFalse(store.turn(worker, List.of(), 5, NOW).again());
    }

    @Test
    void whoeverIsLockedIsNotLeftBehind() {
        admit(aJob());
        for (int i = 0; i < 100; i++) {
            admit(aJob().of(BOB));
        }
        store.beat(worker, NOW);

        whileLocked(ANN, () -> {
            for (int i = 0; i < 50; i++) {
                store.turn(worker, List.of(), 1, NOW);
            }
            return true;
        });

        assertEquals(
                List.of(ANN),
                store.turn(worker, List.of(), 1, NOW).claims().stream()
                        .map(Claim::owner)
                        .toList());
    }

    @Test
    void whoWaitsForALaneKeepsNobodyFromTheOwnersQuota() {
        store.allow(ANN, terms().jobsInAll(1).forEver());
        admit(aJob());
        Jdbi jdbi = TestDatabase.jdbi(database.direct());

        CompletableFuture<Admission> submitted = jdbi.inTransaction(handle -> {
            handle.createQuery(LOCK).bind("owner", ANN.value()).mapToMap().list();
            CompletableFuture<Admission> waiting =
                    CompletableFuture.supplyAsync(() -> store.admit(aJob().request(), NOW));
            Eventually.until(() -> jdbi.withHandle(other ->
                            other.createQuery(WAITING).mapTo(Integer.class).one())
                    > 0);
            handle.execute("set local lock_timeout = '200ms'");
            assertEquals(
                    1, handle.createUpdate(GIVE_BACK).bind("owner", ANN.value()).execute());
            return waiting;
        });

        assertInstanceOf(Admission.Admitted.class, submitted.join());
    }
}
