package io.productsnap.core.session;

import io.productsnap.core.person.Client;
import java.util.Optional;

/**
 * Somebody at the door.
 *
 * @param deviceToken what the device was given at an earlier login, as it came: anybody can send anything
 */
public record Visit(Client client, Optional<String> deviceToken) {

    @Override
    public String toString() {
        return "Visit[" + client + "]";
    }
}
