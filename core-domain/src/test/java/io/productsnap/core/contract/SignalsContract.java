package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aLink;
import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.signal.Signals.Subscription;
import io.productsnap.core.signal.Signals.Topic;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What {@link io.productsnap.core.signal.Signals} must do. A signal may be lost when a server is; here none is, so each
 * of these must come.
 */
public interface SignalsContract extends AccountSteps {

    /** That somebody who listens is told, once it has become due. */
    private void assertSignalled(Topic topic, Runnable becomesDue) {
        AtomicInteger heard = new AtomicInteger();
        Subscription subscription = stores().signals().listen(topic, heard::incrementAndGet);
        try {
            becomesDue.run();
            Eventually.until(() -> heard.get() > 0);
        } finally {
            subscription.close();
        }
    }

    private void admit() {
        stores().jobs().admit(aJob().request(), NOW);
    }

    private Claim claim(WorkerId worker) {
        stores().jobs().beat(worker, NOW);
        return stores().jobs().turn(worker, List.of(), 1, NOW).claims().get(0);
    }

    @Test
    default void anAdmittedJobIsSignalled() {
        assertSignalled(Topic.JOBS, this::admit);
    }

    @Test
    default void aRetryThatBecameDueIsSignalled() {
        admit();
        WorkerId worker = aWorkerId();
        Claim claim = claim(worker);
        Instant due = NOW.plusSeconds(60);
        Settlement retry =
                new Settlement(claim.fence(), claim.owner(), new Settlement.Retry(Failure.passing("down"), due));
        stores().jobs().turn(worker, List.of(retry), 0, NOW);

        assertSignalled(Topic.JOBS, () -> stores().jobs().promote(due));
    }

    @Test
    default void whatARetiredWorkerHadIsSignalled() {
        admit();
        WorkerId worker = aWorkerId();
        claim(worker);

        assertSignalled(Topic.JOBS, () -> stores().jobs().retire(worker, NOW));
    }

    @Test
    default void aMailOfANewAccountIsSignalled() {
        assertSignalled(Topic.MAIL, () -> register(anAccount()));
    }

    @Test
    default void aMailWithAnotherLinkIsSignalled() {
        UserId id = register(anAccount()).user().id();

        assertSignalled(
                Topic.MAIL, () -> stores().accounts().sendLink(aLink(id), aMail(), anEntry(id, "email.verify-ask")));
    }

    @Test
    default void theEndOfASessionIsSignalled() {
        Session session = register(anAccount()).session();

        assertSignalled(
                Topic.SESSIONS,
                () -> stores().sessions().end(session.user(), session.id(), anEntry(session.user(), "session.end")));
    }

    @Test
    default void theEndOfAllSessionsIsSignalled() {
        UserId ann = register(anAccount()).user().id();

        assertSignalled(Topic.SESSIONS, () -> stores().sessions().endAll(ann, anEntry(ann, "session.end-all")));
    }

    @Test
    default void theEndOfAStolenSessionIsSignalled() {
        SessionId session = register(anAccount()).session().id();
        RotationPolicy policy = RotationPolicy.DEFAULT;
        stores().sessions().rotate(session, 0, policy, PHONE, NOW);
        stores().sessions().rotate(session, 1, policy, PHONE, NOW);

        assertSignalled(Topic.SESSIONS, () -> stores().sessions().rotate(session, 0, policy, PHONE, NOW));
    }

    @Test
    default void whoIsShutOutIsSignalled() {
        UserId ann = register(anAccount()).user().id();

        assertSignalled(Topic.SESSIONS, () -> stores().accounts().disable(ann, anEntry(ann, "account.disable")));
    }

    @Test
    default void signalsAreHeard() {
        Eventually.until(stores().signals()::isHeard);
    }

    @Test
    default void allWhoListenAreTold() {
        assertSignalled(Topic.JOBS, () -> assertSignalled(Topic.JOBS, this::admit));
    }

    @Test
    default void whoHasClosedIsToldNothing() {
        AtomicInteger closed = new AtomicInteger();
        Subscription gone = stores().signals().listen(Topic.JOBS, closed::incrementAndGet);
        gone.close();
        gone.close();

        assertSignalled(Topic.JOBS, this::admit);

        assertEquals(0, closed.get());
    }
}
