package io.productsnap.core.user;

import io.productsnap.core.person.UserId;
import java.time.Instant;

/**
 * A link that was mailed, and acts once. Only the hash of its token is kept, so that who reads the database can follow
 * no link. A newer one of the same purpose voids the older.
 *
 * @param tokenHash SHA-256 of the token, in lower-case hexadecimal
 */
public record OneTimeLink(String tokenHash, Purpose purpose, UserId user, Instant expiresAt) {

    /** What it does: a link does nothing else. */
    public enum Purpose {
        VERIFY_EMAIL
    }
}
