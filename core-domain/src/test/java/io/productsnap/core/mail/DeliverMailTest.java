package io.productsnap.core.mail;

import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.mail.Mailer.MailRefused;
import io.productsnap.core.mail.Mailer.MailUndeliverable;
import io.productsnap.core.policy.Backoff;
import io.productsnap.core.policy.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class DeliverMailTest {

    private static final Duration BACKOFF = Backoff.DEFAULT.longest();

    /** Full jitter may draw no delay at all: then the next try is in the same delivery, and not in the next. */
    private static final RandomGenerator NEVER_AT_ONCE = () -> 2_000;

    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryStores stores = new InMemoryStores();
    private final Queue<Mail> sent = new ConcurrentLinkedQueue<>();

    private DeliverMail with(Mailer mailer) {
        return new DeliverMail(stores.outbox(), mailer, RetryPolicy.DEFAULT, clock, NEVER_AT_ONCE);
    }

    private Mail write(int number) {
        NewAccount account = anAccount().email("user" + number + "@example.com").create();
        assertTrue(stores.accounts().register(account));
        return account.mail();
    }

    private List<Mail> write(int first, int count) {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(write(first + i));
        }
        return mails;
    }

    @Test
    void whatWaitsIsSentOnceInTheOrderItWasWritten() {
        List<Mail> mails = write(0, 50);
        DeliverMail deliver = with(sent::add);

        assertEquals(50, deliver.deliverDue());
        assertEquals(0, deliver.deliverDue());

        assertEquals(mails, List.copyOf(sent));
        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void manyProcessesTogetherSendEachMailOnce() {
        write(0, 100);

        List<Integer> delivered = AtOnce.times(8, thread -> with(sent::add).deliverDue());

        assertEquals(100, delivered.stream().mapToInt(Integer::intValue).sum());
        assertEquals(100, sent.size());
    }

    @Test
    void whileTheServerIsAwayAMailIsTriedFourTimesAndGivenUp() {
        write(0);
        Queue<Mail> tried = new ConcurrentLinkedQueue<>();
        DeliverMail deliver = with(mail -> {
            tried.add(mail);
            throw new MailUndeliverable("connection refused", new IOException("refused"));
        });

        for (int tries = 1; tries <= 4; tries++) {
            assertEquals(1, stores.outbox().waiting());
            assertEquals(0, deliver.deliverDue());
            assertEquals(tries, tried.size());
            clock.turn(BACKOFF);
        }

        assertEquals(0, stores.outbox().waiting());
        deliver.deliverDue();
        assertEquals(4, tried.size());
    }

    @Test
    void aMailThatIsSentAtItsSecondTryIsSentOnce() {
        Mail mail = write(0);
        assertEquals(0, with(unreachable()).deliverDue());
        clock.turn(BACKOFF);

        assertEquals(1, with(sent::add).deliverDue());

        assertEquals(List.of(mail), List.copyOf(sent));
    }

    private static Mailer unreachable() {
        return mail -> {
            throw new MailUndeliverable("try later", new IOException("421"));
        };
    }

    @Test
    void aMailThatTheServerRefusesIsNotTriedAgain() {
        write(0);
        Mailer refusing = mail -> {
            throw new MailRefused("no such mailbox", new IOException("550"));
        };

        assertEquals(0, with(refusing).deliverDue());

        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void oneBadMailDoesNotHoldUpTheOthers() {
        Mail bad = write(0, 30).get(7);
        Mailer choosy = mail -> {
            if (mail.equals(bad)) {
                throw new MailRefused("no such mailbox", new IOException("550"));
            }
            sent.add(mail);
        };

        assertEquals(29, with(choosy).deliverDue());
    }

    @Test
    void aMailThatBreaksTheMailerDoesNotHoldUpTheOthersEither() {
        Mail bad = write(0, 30).get(7);
        Mailer fragile = mail -> {
            if (mail.equals(bad)) {
                throw new IllegalStateException(" ");
            }
            sent.add(mail);
        };

        assertEquals(29, with(fragile).deliverDue());

        assertEquals(1, stores.outbox().waiting());
    }

    @Test
    void whatDiesWithItsSenderIsSentByTheNextAfterTheHold() {
        Mail mail = write(0);
        DeliverMail dying = with(m -> {
            throw new AssertionError("killed");
        });
        assertThrows(AssertionError.class, dying::deliverDue);
        assertEquals(0, with(sent::add).deliverDue());

        clock.turn(Duration.ofMinutes(10));

        assertEquals(1, with(sent::add).deliverDue());
        assertEquals(List.of(mail), List.copyOf(sent));
    }

    @Test
    void aSubjectIsOneLine() {
        Mail mail = write(0);

        for (String subject :
                List.of(" ", "a\n", "a\r\n", "a\nBcc: b@example.com", "a\u0085b", "a\u2028b", "a\u0000b")) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Mail(mail.id(), mail.to(), subject, "", ""), subject);
        }
    }
}
