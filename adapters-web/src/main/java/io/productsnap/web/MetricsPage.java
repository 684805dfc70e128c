package io.productsnap.web;

import io.productsnap.core.policy.Require;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * What is measured, for whoever has the token.
 *
 * @param token at least 16 bytes
 * @param text the figures of this moment, in Prometheus' text format, version 0.0.4
 */
public record MetricsPage(String token, Supplier<String> text) {

    /** In bytes. */
    public static final int SHORTEST_TOKEN = 16;

    public MetricsPage {
        Require.that(isLongEnough(token), "a token of metrics must have at least " + SHORTEST_TOKEN + " bytes");
    }

    public static boolean isLongEnough(String token) {
        return token.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_TOKEN;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "MetricsPage";
    }
}
