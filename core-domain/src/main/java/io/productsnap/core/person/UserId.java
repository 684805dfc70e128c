package io.productsnap.core.person;

import java.util.Optional;
import java.util.UUID;

/** Who it is. */
public record UserId(UUID value) {

    /** @return the id that {@code text} spells; empty when it spells none */
    public static Optional<UserId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UserId(UUID.fromString(text)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
