package io.productsnap.core.person;

import java.util.UUID;

/** Who it is. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
