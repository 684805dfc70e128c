package io.productsnap.core.user;

import io.productsnap.core.policy.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The secret part of a one-time link: 256 random bits, in letters that need no escaping in a URL. */
public record LinkToken(String value) {

    /** No token of ours is longer; what is longer is not looked up. */
    public static final int LONGEST = 43;

    /** @param random a cryptographically strong one */
    public static LinkToken next(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sends as one; empty when none of ours is so long. */
    public static Optional<LinkToken> sent(String text) {
        return text.length() <= LONGEST ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** What is stored of it. */
    public String hash() {
        return Sha256.hex(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "LinkToken";
    }
}
