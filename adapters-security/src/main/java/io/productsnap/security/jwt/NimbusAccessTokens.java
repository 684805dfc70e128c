package io.productsnap.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.UuidV7;
import io.productsnap.core.session.AccessTokens;
import io.productsnap.core.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Access tokens as JSON Web Tokens: HS256, {@code typ} {@code at+jwt} (RFC 9068), and a {@code kid}. Times are whole
 * seconds, cut off, so a token may end a fraction of a second early. Thread-safe if the random generator is.
 */
public final class NimbusAccessTokens implements AccessTokens {

    /** Ours have some 400 characters. */
    private static final int LONGEST = 4096;

    /** How far the clocks of our own nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SESSION = "sid";

    private final KeyRing keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param random makes the ids of the tokens
     * @throws IllegalArgumentException when a secret has fewer than 32 bytes
     */
    public NimbusAccessTokens(JwtSettings settings, Clock clock, RandomGenerator random) {
        this.keys = new KeyRing(settings.secret(), settings.previous());
        this.issuer = settings.issuer();
        this.audience = settings.audience();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String issue(Access access) {
        Instant now = clock.instant();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(access.user().toString())
                .claim(SESSION, access.session().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(access.expiresAt()))
                .jwtID(UuidV7.of(now, random).toString())
                .build());
    }

    @Override
    public Optional<Access> read(String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : keys.verify(token).filter(this::isForUs).filter(this::isNow).flatMap(NimbusAccessTokens::access);
    }

    private boolean isForUs(JWTClaimsSet claims) {
        return issuer.equals(claims.getIssuer()) && claims.getAudience().equals(List.of(audience));
    }

    private boolean isNow(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return instant(claims.getExpirationTime()).filter(now::isBefore).isPresent()
                && instant(claims.getIssueTime())
                        .filter(now.plus(SKEW)::isAfter)
                        .isPresent();
    }

    private static Optional<Access> access(JWTClaimsSet claims) {
        Optional<UUID> user = uuid(claims.getSubject());
        Optional<UUID> session = uuid(claims.getClaim(SESSION));
        Optional<UUID> id = uuid(claims.getJWTID());
        if (user.isEmpty() || session.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return instant(claims.getExpirationTime())
                .map(end -> new Access(new UserId(user.get()), new SessionId(session.get()), end));
    }

    private static Optional<Instant> instant(Date claim) {
        return Optional.ofNullable(claim).map(Date::toInstant);
    }

    private static Optional<UUID> uuid(Object claim) {
        return claim instanceof String text && UUID_SHAPE.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
