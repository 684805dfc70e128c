package io.productsnap.security.jwt;

import io.productsnap.core.policy.Require;
import java.util.List;

/**
 * What access tokens are signed with, and what they say of whom they are by and for.
 *
 * @param secret signs, at least 32 bytes in UTF-8
 * @param previous secrets that signed before: they verify until the last token they signed has expired
 * @param issuer the {@code iss} of each token
 * @param audience the {@code aud} of each token
 */
public record JwtSettings(String secret, List<String> previous, String issuer, String audience) {

    /** By and for ProductSnap, with one secret. */
    public static JwtSettings of(String secret) {
        return new JwtSettings(secret, List.of(), "productsnap", "productsnap");
    }

    public JwtSettings {
        Require.text(issuer, 200, "issuer");
        Require.text(audience, 200, "audience");
        previous = List.copyOf(previous);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "JwtSettings[issuer=" + issuer + ", audience=" + audience + ", previous=" + previous.size() + "]";
    }
}
