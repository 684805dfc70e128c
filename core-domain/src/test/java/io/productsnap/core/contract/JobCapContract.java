package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An owner's running jobs never exceed the cap of the terms that hold at the moment of the claim. */
interface JobCapContract extends JobStoreSteps {

    @Test
    default void anOwnerWithoutAnAllowanceHasNoCap() {
        admit(20, aJob());

        List<Claim> claims = claim(aWorker(), 30);

        assertEquals(20, claims.size());
        assertEquals(Optional.empty(), claims.get(0).tier());
    }

    @Test
    default void noMoreAreClaimedThanTheCapHowManyWorkersEverAsk() {
        store().allow(ANN, terms().cap(2).forEver());
        admit(5, aJob());

        assertEquals(2, claim(aWorker(), 10).size());
        assertEquals(0, claim(aWorker(), 10).size());
        assertEquals(2, runningOf(ANN));
    }

    @Test
    default void aFullOwnerStandsInNobodysWay() {
        store().allow(ANN, terms().cap(1).forEver());
        admit(5, aJob());
        claimOne(aWorker());
        admit(2, aJob().of(BOB));

        List<Claim> claims = claim(aWorker(), 10);

        assertEquals(List.of(BOB, BOB), claims.stream().map(Claim::owner).toList());
    }

    @Test
    default void aTurnFillsThePlaceThatItHasJustFreed() {
        store().allow(ANN, terms().cap(1).forEver());
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim first = claimOne(worker);

        Turn turn = store().turn(worker, List.of(settlement(first, DONE)), 5, now());

        assertEquals(1, turn.claims().size());
        assertEquals(1, runningOf(ANN));
    }

    @Test
    default void theRunOfARemovedJobHasItsPlaceUntilItsWorkerLetsGo() {
        aRunIsTakenAway(id -> store().remove(ANN, id));
    }

    @Test
    default void theRunOfAJobThatWasCalledOffHasItsPlaceUntilItsWorkerLetsGo() {
        aRunIsTakenAway(id -> store().cancel(ANN, id, now()));
    }

    private void aRunIsTakenAway(Consumer<JobId> takenAway) {
        store().allow(ANN, terms().cap(1).forEver());
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim first = claimOne(worker);

        takenAway.accept(first.job());

        assertEquals(List.of(), claim(worker, 5));
        Turn letGo = store().turn(worker, List.of(settlement(first, HANDED_BACK)), 5, now());
        assertEquals(Set.of(), letGo.accepted());
        assertEquals(1, letGo.claims().size());
    }

    @Test
    default void aWorkerThatDiesOrRetiresLetsGoOfWhatWasTakenAway() {
        store().allow(ANN, terms().cap(2).forEver());
        admit(4, aJob());
        WorkerId dying = aWorker();
        store().remove(ANN, claimOne(dying).job());
        WorkerId retiring = aWorker();
        store().remove(ANN, claimOne(retiring).job());
        pass(StalePolicy.DEFAULT.lease().plusSeconds(1));
        WorkerId worker = aWorker();
        assertEquals(List.of(), claim(worker, 5));

        store().retire(retiring, now());
        assertEquals(1, claim(worker, 5).size());

        assertEquals(List.of(), store().rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, now()));
        assertEquals(1, claim(worker, 5).size());
    }

    @Test
    default void whatWasTakenAwayIsNotGivenBackWhileItsWorkerKnowsOfIt() {
        store().allow(ANN, terms().cap(1).forEver());
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim first = claimOne(worker);
        store().remove(ANN, first.job());

        store().giveBack(worker, Set.of(first.fence()), now());
        assertEquals(List.of(), claim(worker, 5));

        store().giveBack(worker, Set.of(), now());
        assertEquals(1, claim(worker, 5).size());
    }

    @Test
    default void aHandedBackJobFreesItsPlace() {
        store().allow(ANN, terms().cap(1).forEver());
        admit(2, aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), HANDED_BACK);

        assertEquals(1, claim(worker, 5).size());
    }

    @Test
    default void aGreaterCapIsUsedAtOnce() {
        store().allow(ANN, terms().cap(1).forEver());
        admit(5, aJob());
        WorkerId worker = aWorker();
        claimOne(worker);

        store().allow(ANN, terms().cap(3).forEver());

        assertEquals(2, claim(worker, 10).size());
    }

    @Test
    default void aSmallerCapLeavesAloneWhatRuns() {
        store().allow(ANN, terms().cap(3).forEver());
        admit(5, aJob());
        WorkerId worker = aWorker();
        List<Claim> claims = claim(worker, 3);

        store().allow(ANN, terms().cap(1).forEver());

        assertEquals(3, runningOf(ANN));
        assertEquals(0, claim(worker, 10).size());
        assertTrue(settle(worker, claims.get(0), DONE));
        assertTrue(settle(worker, claims.get(1), DONE));
        assertEquals(0, claim(worker, 10).size());
        assertTrue(settle(worker, claims.get(2), DONE));
        assertEquals(1, claim(worker, 10).size());
    }

    @Test
    default void theTermsOfTheMomentOfTheClaimHold() {
        Instant end = now().plus(Duration.ofHours(1));
        store().allow(
                        ANN,
                        terms().tier("paid")
                                .cap(2)
                                .until(end, terms().tier("free").cap(1)));
        admit(5, aJob());
        WorkerId worker = aWorker();
        clock().turnTo(end.minusSeconds(1));
        store().beat(worker, now());
        List<Claim> paid = claim(worker, 10);
        assertEquals(
                List.of(Optional.of("paid"), Optional.of("paid")),
                paid.stream().map(Claim::tier).toList());

        clock().turnTo(end);

        assertEquals(0, claim(worker, 10).size());
        settle(worker, paid.get(0), DONE);
        assertEquals(0, claim(worker, 10).size());
        settle(worker, paid.get(1), DONE);
        assertEquals(Optional.of("free"), claimOne(worker).tier());
        assertEquals(0, claim(worker, 10).size());
    }

    @Test
    default void termsThatGrowByTheClockAreUsedFromThatMoment() {
        Instant end = now().plus(Duration.ofHours(1));
        store().allow(ANN, terms().cap(1).until(end, terms().cap(3)));
        admit(5, aJob());
        WorkerId worker = aWorker();
        claimOne(worker);
        assertEquals(0, claim(worker, 10).size());

        clock().turnTo(end);
        store().beat(worker, now());

        assertEquals(2, claim(worker, 10).size());
    }

    @Test
    default void theCapHoldsAgainstManyThreadsOfTwoWorkers() {
        CapHammer hammer = new CapHammer(store(), now());
        for (int i = 0; i < 6; i++) {
            Owner owner = new Owner("owner-" + i);
            store().allow(owner, terms().cap(1 + i % 3).forEver());
            hammer.expect(owner, 1 + i % 3);
            admit(25, aJob().of(owner));
        }
        WorkerId one = aWorker();
        WorkerId other = aWorker();

        AtOnce.times(8, thread -> hammer.runAll(thread % 2 == 0 ? one : other, 6 * 25));

        assertEquals(List.of(), hammer.broken());
        assertEquals(6 * 25, hammer.settled());
    }
}
