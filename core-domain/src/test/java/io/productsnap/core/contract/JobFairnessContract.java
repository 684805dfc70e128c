package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Owners who wait are served in fair order, by the weight of their terms. */
interface JobFairnessContract extends JobStoreSteps {

    /** Whose jobs come, one by one. */
    private List<Owner> served(int count) {
        WorkerId worker = aWorker();
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            owners.add(claimOne(worker).owner());
        }
        return owners;
    }

    private static int count(Owner owner, List<Owner> served) {
        return Collections.frequency(served, owner);
    }

    @Test
    default void twoOwnersTakeTurns() {
        admit(20, aJob());
        admit(20, aJob().of(BOB));

        List<Owner> served = served(20);

        for (int first = 2; first <= 20; first++) {
            int anns = count(ANN, served.subList(0, first));
            assertTrue(Math.abs(2 * anns - first) <= 2, "unfair after " + first + ": " + served);
        }
    }

    @Test
    default void whoWeighsFourTimesAsMuchIsServedFourTimesAsOften() {
        store().allow(ANN, terms().weight(4).forEver());
        store().allow(BOB, terms().weight(1).forEver());
        admit(60, aJob());
        admit(60, aJob().of(BOB));

        List<Owner> served = served(50);

        int anns = count(ANN, served);
        assertTrue(anns >= 37 && anns <= 43, "of 50 the heavier got " + anns);
        // And the lighter one is never forgotten.
        assertTrue(served.subList(0, 10).contains(BOB), served.toString());
        assertTrue(served.subList(40, 50).contains(BOB), served.toString());
    }

    @Test
    default void aNewcomerDoesNotQueueBehindALongQueue() {
        admit(100, aJob());
        served(30);
        admit(aJob().of(BOB));

        assertTrue(served(2).contains(BOB));
    }

    @Test
    default void whoWasAwayHasSavedUpNothing() {
        admit(100, aJob());
        admit(aJob().of(BOB));
        served(40);
        admit(20, aJob().of(BOB));

        int bobs = count(BOB, served(10));

        assertTrue(bobs <= 6, "of 10 the one who was away got " + bobs);
    }

    @Test
    default void aBatchIsFairToo() {
        admit(20, aJob());
        admit(20, aJob().of(BOB));

        List<Owner> batch =
                claim(aWorker(), 10).stream().map(claim -> claim.owner()).toList();

        assertEquals(10, batch.size());
        assertTrue(Math.abs(count(ANN, batch) - 5) <= 1, batch.toString());
    }

    @Test
    default void whoWorkedAloneIsNotMadeToMakeUpForIt() {
        store().allow(ANN, terms().cap(3).forEver());
        admit(400, aJob());
        WorkerId worker = aWorker();
        List<Claim> running = claim(worker, 4);
        for (int turn = 0; turn < 80; turn++) {
            running = settleAndClaim(worker, running, 4);
        }
        for (int i = 0; i < 12; i++) {
            Owner newcomer = new Owner("newcomer " + i);
            store().allow(newcomer, terms().cap(3).forEver());
            admit(20, aJob().of(newcomer));
        }

        long anns = 0;
        long served = 0;
        for (int turn = 0; turn < 40; turn++) {
            running = settleAndClaim(worker, running, 4);
            served += running.size();
            anns += running.stream().filter(claim -> claim.owner().equals(ANN)).count();
        }

        // A thirteenth is her share.
        assertTrue(anns >= served / 26, "of " + served + " jobs she got " + anns);
    }

    private List<Claim> settleAndClaim(WorkerId worker, List<Claim> running, int want) {
        List<Settlement> done =
                running.stream().map(claim -> settlement(claim, DONE)).toList();
        return store().turn(worker, done, want, now()).claims();
    }
}
