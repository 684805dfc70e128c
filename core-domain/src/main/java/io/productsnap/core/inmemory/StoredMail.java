package io.productsnap.core.inmemory;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import java.time.Instant;
import java.util.Optional;

/** A mail in the outbox. */
record StoredMail(Mail mail, Attempts attempts, Instant due, Optional<Instant> settledAt) {

    static StoredMail waiting(Mail mail, Instant due) {
        return new StoredMail(mail, Attempts.NONE, due, Optional.empty());
    }

    boolean isSettled() {
        return settledAt.isPresent();
    }

    StoredMail held(Instant until) {
        return new StoredMail(mail, attempts, until, settledAt);
    }

    StoredMail postponed(Instant until) {
        return new StoredMail(mail, attempts.and(Failure.Cause.ERROR), until, settledAt);
    }

    /** A mail settles once. */
    StoredMail settled(Instant now) {
        return isSettled() ? this : new StoredMail(mail, attempts, due, Optional.of(now));
    }
}
