package io.productsnap.core.user;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A link that was mailed, and acts once. Only the hash of its token is kept, so that who reads the database can follow
 * no link. A newer one of the same purpose voids the older.
 *
 * @param tokenHash SHA-256 of the token, in lower-case hexadecimal
 * @param address what it makes the user's address; of {@link Purpose#CHANGE_EMAIL}, and of no other
 */
public record OneTimeLink(
        String tokenHash, Purpose purpose, UserId user, Instant expiresAt, Optional<EmailAddress> address) {

    /** What it does: a link does nothing else. */
    public enum Purpose {
        /** Good for 24 hours. */
        VERIFY_EMAIL(Duration.ofHours(24)),
        /** Good for an hour. */
        RESET_PASSWORD(Duration.ofHours(1)),
        /** Good for an hour. */
        CHANGE_EMAIL(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        /** How long a link is good. */
        public Duration life() {
            return life;
        }
    }

    public OneTimeLink {
        Require.that(
                address.isPresent() == (purpose == Purpose.CHANGE_EMAIL),
                "a link has an address if it changes one: " + purpose);
    }

    /** A link that changes no address. */
    public OneTimeLink(String tokenHash, Purpose purpose, UserId user, Instant expiresAt) {
        this(tokenHash, purpose, user, expiresAt, Optional.empty());
    }
}
