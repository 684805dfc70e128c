package io.productsnap.core.session;

import java.time.Duration;

/**
 * What a client holds of a session.
 *
 * @param accessLife how long the access token is good from now
 * @param refreshLife how long the refresh token is good from now, unless it is used
 * @param device by which the device is known again at the next login; it opens nothing
 */
public record Tokens(String access, Duration accessLife, String refresh, Duration refreshLife, String device) {

    @Override
    public String toString() {
        return "Tokens";
    }
}
