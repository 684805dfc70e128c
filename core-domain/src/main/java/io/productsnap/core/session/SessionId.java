package io.productsnap.core.session;

import java.util.Optional;
import java.util.UUID;

/** Which login. */
public record SessionId(UUID value) {

    /** @return the id that {@code text} spells; empty when it spells none */
    public static Optional<SessionId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SessionId(UUID.fromString(text)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
