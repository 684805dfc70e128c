package io.productsnap.web;

import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.session.AccessTokens;
import io.productsnap.core.session.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Access tokens of a form of their own: the routes must not care. */
record ShortTokens(MacKey key, Clock clock) implements AccessTokens {

    @Override
    public String issue(Access access) {
        String claim = access.user() + "~" + access.session() + "~" + access.expiresAt();
        return claim + "~" + key.seal(claim);
    }

    @Override
    public Optional<Access> read(String token) {
        int last = token.lastIndexOf('~');
        if (last < 0 || !key.sealed(token.substring(0, last), token.substring(last + 1))) {
            return Optional.empty();
        }
        String[] parts = token.substring(0, last).split("~", -1);
        Access access = new Access(
                new UserId(UUID.fromString(parts[0])),
                new SessionId(UUID.fromString(parts[1])),
                Instant.parse(parts[2]));
        return Optional.of(access).filter(a -> clock.instant().isBefore(a.expiresAt()));
    }
}
