package io.productsnap.core.session;

import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.MacKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By these a device is known again on which somebody has logged in before: {@code user.seconds.mac} (OWASP, "Slow Down Online
 * Guessing Attacks with Device Cookies"). One opens nothing, and is of use with the password alone: its bearer passes the
 * throttle of the one account it was made for, and no mail tells of the login. So nothing of them is stored; they end by
 * themselves. Thread-safe.
 */
public final class DeviceTokens {

    /** How long a device is known after its last login. */
    public static final Duration LIFE = Duration.ofDays(365);

    private static final Pattern SHAPE =
            Pattern.compile("(?<claim>(?<user>[0-9a-f-]{36})\\.(?<at>[0-9]{1,12}))\\.(?<mac>[A-Za-z0-9_-]{43})");

    private final MacKey key;
    private final Clock clock;

    public DeviceTokens(MacKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The token of a device on which this user logs in now. */
    public String of(UserId user) {
        String claim = user + "." + clock.instant().getEpochSecond();
        return claim + "." + key.seal(claim);
    }

    /** Whether the token says that this user, and no other, has logged in with it in the last year. */
    boolean know(UserId user, String token) {
        Matcher parts = SHAPE.matcher(token);
        return parts.matches()
                && key.sealed(parts.group("claim"), parts.group("mac"))
                && UserId.parse(parts.group("user")).equals(Optional.of(user))
                && clock.instant()
                        .isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group("at")))
                                .plus(LIFE));
    }
}
