package io.productsnap.core.session;

import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Require;
import io.productsnap.core.policy.UuidV7;
import io.productsnap.core.session.AccessTokens.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes sessions and the tokens that stand for them. Stores nothing. Thread-safe if the random generator is. */
public final class IssueTokens {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final DeviceTokens deviceTokens;
    private final RotationPolicy policy;
    private final Duration accessLife;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param accessLife how long an access token is good; 30 minutes by default */
    public IssueTokens(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            DeviceTokens deviceTokens,
            RotationPolicy policy,
            Duration accessLife,
            Clock clock,
            RandomGenerator random) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.deviceTokens = deviceTokens;
        this.policy = policy;
        this.accessLife = Require.positive(accessLife, "accessLife");
        this.clock = clock;
        this.random = random;
    }

    /** A session that begins now. */
    public Session begin(UserId user, Client client) {
        Instant now = clock.instant();
        SessionId id = new SessionId(UuidV7.of(now, random));
        return new Session(id, user, client, 0, now, now, now.plus(policy.absolute()));
    }

    /** The tokens of the session as it is. */
    public Tokens of(Session session) {
        Instant now = clock.instant();
        Instant sessionEnd = policy.endOf(session);
        Instant end = earlier(now.plus(accessLife), sessionEnd);
        String access = accessTokens.issue(new Access(session.user(), session.id(), end));
        return new Tokens(
                access,
                Duration.between(now, end),
                refreshTokens.of(session),
                Duration.between(now, sessionEnd),
                deviceTokens.of(session.user()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
