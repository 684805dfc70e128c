package io.productsnap.persistence.violating;

import io.productsnap.security.jwt.JwtSettings;

/** What an adapter must not do: the rule that forbids it is tried on this class. */
final class SeesAnotherAdapter {

    JwtSettings of(String secret) {
        return JwtSettings.of(secret);
    }
}
