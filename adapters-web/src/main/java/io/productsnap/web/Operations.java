package io.productsnap.web;

import java.util.List;

/**
 * What operators are told.
 *
 * @param components what this process depends on
 */
public record Operations(BuildVersion version, List<HealthComponent> components) {

    public Operations {
        components = List.copyOf(components);
    }
}
