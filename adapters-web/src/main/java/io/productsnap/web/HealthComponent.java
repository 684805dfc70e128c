package io.productsnap.web;

/**
 * Something that this process depends on.
 *
 * @param name as {@code postgres}
 * @param required whether nothing works without it; if not, its absence means degraded
 */
public record HealthComponent(String name, boolean required, Check check) {

    /** Finds out whether it is well. */
    @FunctionalInterface
    public interface Check {

        /** @throws Exception when it is not well */
        void run() throws Exception;
    }
}
