package io.productsnap.core.session;

import java.util.UUID;

/** Which login. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
