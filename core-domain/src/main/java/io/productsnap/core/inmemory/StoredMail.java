package io.productsnap.core.inmemory;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import java.time.Instant;

/** A mail in the outbox. */
record StoredMail(Mail mail, Attempts attempts, Instant due, boolean settled) {

    static StoredMail waiting(Mail mail, Instant due) {
        return new StoredMail(mail, Attempts.NONE, due, false);
    }

    StoredMail held(Instant until) {
        return new StoredMail(mail, attempts, until, settled);
    }

    StoredMail postponed(Instant until) {
        return new StoredMail(mail, attempts.and(Failure.Cause.ERROR), until, settled);
    }

    StoredMail finished() {
        return new StoredMail(mail, attempts, due, true);
    }
}
