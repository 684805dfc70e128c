package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.EmailAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail that goes with the end of a job exists exactly if the job has ended so. */
public interface JobMailContract {

    Stores stores();

    WorkerId WORKER = aWorkerId();

    Mail MAIL = new Mail(anId(), new EmailAddress("ann@example.com"), "It is ready", "text", "<p>html</p>");
    Ending DONE = new Settlement.Done("result", List.of(MAIL));

    @BeforeEach
    default void work() {
        jobs().beat(WORKER, NOW);
    }

    private JobStore jobs() {
        return stores().jobs();
    }

    private Claim aClaim() {
        jobs().admit(aJob().request(), NOW);
        return jobs().turn(WORKER, List.of(), 1, NOW).claims().get(0);
    }

    private void settle(Claim claim, Ending ending) {
        jobs().turn(WORKER, List.of(new Settlement(claim.fence(), claim.owner(), ending)), 0, NOW);
    }

    private List<Mail> waiting() {
        return stores().outbox().take(10, Duration.ofMinutes(1), NOW.plusSeconds(1)).stream()
                .map(Waiting::mail)
                .toList();
    }

    @Test
    default void theMailOfACompletedJobWaitsToBeSent() {
        settle(aClaim(), DONE);

        assertEquals(List.of(MAIL), waiting());
    }

    @Test
    default void aCompletionThatIsSaidTwiceMailsOnce() {
        Claim claim = aClaim();
        settle(claim, DONE);
        settle(claim, DONE);
        assertEquals(List.of(MAIL), waiting());
        stores().outbox().sent(MAIL.id(), NOW);

        settle(claim, DONE);

        assertEquals(0, stores().outbox().waiting());
    }

    @Test
    default void aZombieMailsNobody() {
        Claim lost = aClaim();
        settle(lost, new Settlement.HandedBack());
        jobs().turn(WORKER, List.of(), 1, NOW);

        settle(lost, DONE);

        assertEquals(0, stores().outbox().waiting());
    }

    @Test
    default void whatGoesWithItIsSettledAllTheSame() {
        Claim mailed = aClaim();
        Claim plain = aClaim();
        jobs().turn(
                        WORKER,
                        List.of(
                                new Settlement(mailed.fence(), mailed.owner(), DONE),
                                new Settlement(plain.fence(), plain.owner(), new Settlement.Done("plain"))),
                        0,
                        NOW);

        assertEquals(1, stores().outbox().waiting());
        assertEquals(
                List.of("plain", "result"),
                List.of(plain, mailed).stream()
                        .flatMap(claim -> jobs().find(claim.owner(), claim.job()).stream())
                        .flatMap(job -> job.state().produced().stream())
                        .toList());
    }
}
