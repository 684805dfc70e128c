package io.productsnap.bootstrap;

import io.productsnap.core.session.RotationPolicy;
import java.time.Duration;

/**
 * How long logins last.
 *
 * @param accessLife of an access token; 30 minutes by default
 */
record SessionSettings(RotationPolicy rotation, Duration accessLife) {

    static SessionSettings read(Environment from) {
        RotationPolicy usual = RotationPolicy.DEFAULT;
        Duration idle = from.duration("REFRESH_TOKEN_EXPIRE_DAYS", Duration.ofDays(1), usual.idle());
        Duration absolute = from.duration("SESSION_MAX_DAYS", Duration.ofDays(1), usual.absolute());
        Duration access = from.duration("ACCESS_TOKEN_EXPIRE_MINUTES", Duration.ofMinutes(1), Duration.ofMinutes(30));
        return new SessionSettings(new RotationPolicy(idle, absolute, usual.grace()), access);
    }
}
