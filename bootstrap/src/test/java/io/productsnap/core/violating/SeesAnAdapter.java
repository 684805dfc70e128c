package io.productsnap.core.violating;

import io.productsnap.security.jwt.JwtSettings;

/** What the core must not do: the rule that forbids it is tried on this class. */
final class SeesAnAdapter {

    JwtSettings of(String secret) {
        return JwtSettings.of(secret);
    }
}
