package io.productsnap.core.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether somebody has logged in so lately that he need not prove again who he is (OWASP ASVS 5.0, V7.5.1, asks for a
 * proof before what is sensitive).
 *
 * @param life how long a login is fresh; default 5 minutes
 */
public record FreshLoginPolicy(Duration life) {

    public static final FreshLoginPolicy DEFAULT = new FreshLoginPolicy(Duration.ofMinutes(5));

    public FreshLoginPolicy {
        Require.positive(life, "life");
    }

    public boolean isFresh(Instant loggedInAt, Instant now) {
        return now.isBefore(loggedInAt.plus(life));
    }
}
