package io.productsnap.core.session;

import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.time.Instant;

/**
 * One login of one user on one device.
 *
 * @param generation how often its refresh token was renewed; only the newest token is good
 * @param lastUsedAt when that last happened
 * @param expiresAt the absolute end; it never moves
 */
public record Session(
        SessionId id,
        UserId user,
        Client client,
        int generation,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
