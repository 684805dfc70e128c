package io.productsnap.messaging.redis;

import io.productsnap.core.policy.Require;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Redis.
 *
 * @param tls whether the connection is encrypted; then the server's certificate and name are checked
 * @param user empty for the default user
 * @param password empty when none is asked for
 * @param database 0 unless the server has several
 */
public record RedisSettings(String host, int port, boolean tls, String user, String password, int database) {

    private static final int DEFAULT_PORT = 6379;

    /** By hand: {@link java.net.URI} knows no host with an underscore, and container networks are full of them. */
    private static final Pattern URL = Pattern.compile("(?<scheme>rediss?)://"
            + "(?:(?<user>[^:@/?#]*):(?<password>[^@/?#]*)@)?"
            + "(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?(?:/(?<database>\\d{0,5}))?");

    public RedisSettings {
        Require.text(host, 255, "host");
        Require.that(port >= 1 && port <= 65_535, "port must be 1 to 65535: " + port);
        Require.atLeast(0, database, "database");
        Require.that(user.isEmpty() || !password.isEmpty(), "a user of Redis needs a password");
    }

    /**
     * Reads {@code redis://user:password@host:6379/0}; {@code rediss} stands for TLS, and all but the host may be left
     * out. What would not fit into a URL is percent-encoded.
     *
     * @throws IllegalArgumentException when it is written otherwise; the message does not repeat it, for the password
     */
    public static RedisSettings parse(String url) {
        Matcher parts = URL.matcher(url.strip());
        Require.that(
                parts.matches(),
                "a Redis URL is written redis://user:password@host:port/database, or rediss: for TLS; user, password,"
                        + " port and database may be left out, and special characters are percent-encoded");
        return new RedisSettings(
                parts.group("host").replaceAll("[\\[\\]]", ""),
                part(parts, "port").map(Integer::parseInt).orElse(DEFAULT_PORT),
                parts.group("scheme").equals("rediss"),
                decoded(part(parts, "user").orElse("")),
                decoded(part(parts, "password").orElse("")),
                part(parts, "database").map(Integer::parseInt).orElse(0));
    }

    private static Optional<String> part(Matcher parts, String name) {
        return Optional.ofNullable(parts.group(name)).filter(text -> !text.isEmpty());
    }

    private static String decoded(String text) {
        try {
            // A plus is a plus here; only forms mean a space by it.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException quotesThePassword) {
            throw new IllegalArgumentException("a percent sign in the Redis URL is not followed by two hex digits");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s://%s:%d/%d".formatted(tls ? "rediss" : "redis", host, port, database);
    }
}
