package io.productsnap.core.session;

import io.productsnap.core.person.UserId;
import java.time.Instant;
import java.util.Optional;

/** Makes and reads access tokens: short-lived, signed, checked without asking anybody. Thread-safe. */
public interface AccessTokens {

    String issue(Access access);

    /** @return what the token grants; empty when it is malformed, forged, for somebody else, or expired */
    Optional<Access> read(String token);

    /** What a token says: this user, by this login, until then. */
    record Access(UserId user, SessionId session, Instant expiresAt) {}
}
