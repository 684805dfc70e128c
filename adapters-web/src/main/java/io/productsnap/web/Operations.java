package io.productsnap.web;

import java.util.List;
import java.util.Optional;

/**
 * What operators are told.
 *
 * @param components what this process depends on
 * @param metrics empty when there is to be no such page
 * @param requests is told of each request
 */
public record Operations(
        BuildVersion version,
        List<HealthComponent> components,
        Optional<MetricsPage> metrics,
        RequestListener requests) {

    public Operations {
        components = List.copyOf(components);
    }
}
