package io.productsnap.core.mail;

import io.productsnap.core.policy.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mails that are written but not sent. They get in as an argument of the store method that records their reason, so a
 * mail exists exactly if what it tells of has happened; {@link #write} is for what has no other record.
 *
 * <p>Thread-safe.
 */
public interface MailOutbox {

    /** Writes a mail that tells of nothing else that is stored: it is due at once. */
    void write(Mail mail);

    /**
     * Takes up to {@code want} due mails, oldest first, out of the others' reach for {@code hold}. Whoever dies with
     * them in hand loses them to the next after that time.
     */
    List<Waiting> take(int want, Duration hold, Instant now);

    /** It was handed to a mail server: never to be sent again. */
    void sent(UUID mail, Instant now);

    /** It could not be sent now. */
    void postpone(UUID mail, String why, Instant until);

    /** It will not be sent; it stays on record with the reason. */
    void giveUp(UUID mail, String why, Instant now);

    /**
     * Forgets the mails that were sent or given up until then, few at a time, so that no lock is held for long. Many may do
     * so at once.
     *
     * @return how many were forgotten
     */
    int forgetSettled(Instant until);

    /** How many wait, due or not. */
    long waiting();

    /**
     * A mail to send.
     *
     * @param before what earlier tries ended in
     */
    record Waiting(Mail mail, Attempts before) {}
}
