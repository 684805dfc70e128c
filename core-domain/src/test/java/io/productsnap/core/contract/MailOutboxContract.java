package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a {@link io.productsnap.core.mail.MailOutbox} must do; mails get into it as they do in life, with an account. */
public interface MailOutboxContract extends AccountSteps {

    Duration HOLD = Duration.ofMinutes(10);

    private Mail writeMail(String to, Instant at) {
        return register(anAccount().email(to).at(at)).mail();
    }

    private Mail writeMail() {
        return writeMail("ann@example.com", NOW);
    }

    private List<Waiting> take(int want, Instant now) {
        return stores().outbox().take(want, HOLD, now);
    }

    private static Waiting untried(Mail mail) {
        return new Waiting(mail, Attempts.NONE);
    }

    @Test
    default void anEmptyOutboxGivesNothing() {
        assertEquals(List.of(), take(10, NOW));
        assertEquals(0, stores().outbox().waiting());
    }

    @Test
    default void aMailIsTakenAsItWasWritten() {
        Mail mail = writeMail();

        assertEquals(1, stores().outbox().waiting());
        assertEquals(List.of(untried(mail)), take(10, NOW));
    }

    @Test
    default void aMailThatTellsOfNothingElseIsWrittenByItself() {
        Mail mail = aMail().answeredTo(new EmailAddress("bob@example.com"));

        stores().outbox().write(mail);
        stores().outbox().write(mail);

        assertEquals(List.of(untried(mail)), take(10, NOW));
    }

    @Test
    default void theOldestComeFirstAndNoMoreThanWanted() {
        Mail first = writeMail("a@example.com", NOW);
        Mail second = writeMail("b@example.com", NOW.plusSeconds(1));
        Mail third = writeMail("c@example.com", NOW.plusSeconds(2));

        assertEquals(List.of(untried(first), untried(second)), take(2, NOW.plusSeconds(3)));
        assertEquals(List.of(untried(third)), take(2, NOW.plusSeconds(3)));
    }

    @Test
    default void whatIsTakenIsOutOfReachUntilTheHoldEnds() {
        Mail mail = writeMail();
        take(1, NOW);

        assertEquals(List.of(), take(1, NOW.plus(HOLD).minusMillis(1)));
        assertEquals(1, stores().outbox().waiting());
        assertEquals(List.of(untried(mail)), take(1, NOW.plus(HOLD)));
    }

    @Test
    default void aSentMailIsNeverTakenAgain() {
        Mail mail = writeMail();
        take(1, NOW);

        stores().outbox().sent(mail.id(), NOW);

        assertEquals(0, stores().outbox().waiting());
        assertEquals(List.of(), take(1, NOW.plus(Duration.ofDays(365))));
    }

    @Test
    default void aMailThatWasSentLateByItsFirstHolderIsNotTakenAThirdTime() {
        Mail mail = writeMail();
        take(1, NOW);
        take(1, NOW.plus(HOLD));

        stores().outbox().sent(mail.id(), NOW.plus(HOLD));

        assertEquals(List.of(), take(1, NOW.plus(HOLD).plus(HOLD)));
    }

    @Test
    default void aPostponedMailComesBackInTimeWithItsErrorsCounted() {
        Mail mail = writeMail();
        take(1, NOW);
        Instant until = NOW.plusSeconds(30);

        stores().outbox().postpone(mail.id(), "The server is down.", until);

        assertEquals(List.of(), take(1, until.minusSeconds(1)));
        assertEquals(1, stores().outbox().waiting());
        assertEquals(List.of(new Waiting(mail, new Attempts(0, 1))), take(1, until));
        stores().outbox().postpone(mail.id(), "The server is down.", until.plusSeconds(30));
        assertEquals(List.of(new Waiting(mail, new Attempts(0, 2))), take(1, until.plusSeconds(30)));
    }

    @Test
    default void aMailThatIsGivenUpIsNeverTakenAgain() {
        Mail mail = writeMail();
        take(1, NOW);

        stores().outbox().giveUp(mail.id(), "There is no such mailbox.", NOW);

        assertEquals(0, stores().outbox().waiting());
        assertEquals(List.of(), take(1, NOW.plus(Duration.ofDays(365))));
    }

    @Test
    default void whatWasSettledLongAgoIsForgottenAndNothingElseIs() {
        Mail sent = writeMail("sent@example.com", NOW);
        Mail givenUp = writeMail("given-up@example.com", NOW);
        Mail later = writeMail("later@example.com", NOW);
        Mail waiting = writeMail("waiting@example.com", NOW);
        stores().outbox().sent(sent.id(), NOW);
        stores().outbox().giveUp(givenUp.id(), "There is no such mailbox.", NOW);
        stores().outbox().sent(later.id(), NOW.plusMillis(1));
        stores().outbox().sent(sent.id(), NOW.plusMillis(1));

        assertEquals(0, stores().outbox().forgetSettled(NOW.minusMillis(1)));
        assertEquals(2, stores().outbox().forgetSettled(NOW));
        assertEquals(0, stores().outbox().forgetSettled(NOW));
        assertEquals(1, stores().outbox().forgetSettled(NOW.plusMillis(1)));

        assertEquals(List.of(untried(waiting)), take(10, NOW));
    }

    @Test
    default void whatNobodyWroteCanBeSettledWithoutHarm() {
        writeMail();

        stores().outbox().sent(anId(), NOW);
        stores().outbox().postpone(anId(), "why", NOW);
        stores().outbox().giveUp(anId(), "why", NOW);

        assertEquals(1, stores().outbox().waiting());
    }

    @Test
    default void manyWhoTakeAtOnceTakeEachMailOnce() {
        for (int i = 0; i < 40; i++) {
            writeMail("user" + i + "@example.com", NOW);
        }

        List<List<Waiting>> taken = AtOnce.times(8, thread -> takeAll());

        List<UUID> ids = taken.stream()
                .flatMap(List::stream)
                .map(waiting -> waiting.mail().id())
                .toList();
        assertEquals(40, ids.size());
        assertEquals(40, Set.copyOf(ids).size());
    }

    private List<Waiting> takeAll() {
        List<Waiting> all = new ArrayList<>();
        for (List<Waiting> batch = take(3, NOW); !batch.isEmpty(); batch = take(3, NOW)) {
            all.addAll(batch);
        }
        return all;
    }
}
