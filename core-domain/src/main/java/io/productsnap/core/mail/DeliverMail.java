package io.productsnap.core.mail;

import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.mail.Mailer.MailRefused;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.OneLine;
import io.productsnap.core.policy.RetryPolicy;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sends the mails that wait in the outbox. Many processes may do so at once. A crash between the server's yes and our
 * note of it sends a mail twice, under one Message-ID; nothing can exclude that, and losing it would be worse.
 */
public final class DeliverMail {

    private static final System.Logger LOG = System.getLogger(DeliverMail.class.getName());
    private static final int BATCH = 10;

    /** Longer than any mailer's own timeouts for a batch of mails. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    private final MailOutbox outbox;
    private final Mailer mailer;
    private final RetryPolicy retry;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliverMail(MailOutbox outbox, Mailer mailer, RetryPolicy retry, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.retry = retry;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Tries every mail that is due.
     *
     * @return how many were handed to the mail server
     */
    public int deliverDue() {
        int delivered = 0;
        List<Waiting> batch = outbox.take(BATCH, HOLD, clock.instant());
        while (!batch.isEmpty()) {
            for (Waiting waiting : batch) {
                delivered += deliver(waiting) ? 1 : 0;
            }
            batch = outbox.take(BATCH, HOLD, clock.instant());
        }
        return delivered;
    }

    private boolean deliver(Waiting waiting) {
        Mail mail = waiting.mail();
        try {
            mailer.send(mail);
        } catch (MailRefused refused) {
            failed(waiting, Failure.ofWork(messageOf(refused)), refused);
            return false;
        } catch (RuntimeException undelivered) {
            // Also what no mailer should throw: one mail must not keep the others of its batch.
            failed(waiting, Failure.passing(messageOf(undelivered)), undelivered);
            return false;
        }
        outbox.sent(mail.id(), clock.instant());
        LOG.log(Level.INFO, "mail {0} sent", mail.id());
        return true;
    }

    private static String messageOf(RuntimeException failed) {
        return Optional.ofNullable(failed.getMessage())
                .map(message -> OneLine.of(message, Failure.MAX_MESSAGE))
                .filter(message -> !message.isEmpty())
                .orElseGet(failed.getClass()::getSimpleName);
    }

    private void failed(Waiting waiting, Failure failure, RuntimeException cause) {
        Instant now = clock.instant();
        Mail mail = waiting.mail();
        retry.after(failure, waiting.before(), now, random)
                .fold(
                        again -> {
                            LOG.log(Level.WARNING, () -> "mail " + mail.id() + " waits until " + again.when(), cause);
                            outbox.postpone(mail.id(), failure.message(), again.when());
                            return null;
                        },
                        giveUp -> {
                            LOG.log(Level.ERROR, () -> "mail " + mail.id() + " is given up", cause);
                            outbox.giveUp(mail.id(), failure.message(), now);
                            return null;
                        });
    }
}
