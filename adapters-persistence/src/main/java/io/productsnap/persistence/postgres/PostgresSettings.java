package io.productsnap.persistence.postgres;

import io.productsnap.core.policy.Require;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which database, and how it is used.
 *
 * @param parameters of the connection: {@code sslmode} and others of the driver's that a URL may carry
 * @param poolSize the most connections of this process at one time, >= 2; default 10. A listener and migrations have
 *     connections of their own besides
 * @param patience how long a caller waits for a connection; default 10 s
 * @param direct the same database by a way without a pooler on it, where this one leads through one that gives each
 *     transaction another connection: signals and migrations need a connection that stays theirs
 */
public record PostgresSettings(
        String host,
        int port,
        String database,
        String user,
        String password,
        Map<String, String> parameters,
        int poolSize,
        Duration patience,
        Optional<PostgresSettings> direct) {

    private static final int DEFAULT_PORT = 5432;
    private static final int DEFAULT_POOL = 10;
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

    /** What may stand in a URL: how the connection is secured, and what a pooler between may need. */
    private static final Set<String> KNOWN_PARAMETERS = Set.of("sslmode", "sslrootcert", "prepareThreshold");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    public PostgresSettings {
        Require.text(host, 255, "host");
        Require.that(port >= 1 && port <= 65_535, "port must be 1 to 65535: " + port);
        Require.text(database, 63, "database");
        Require.text(user, 63, "user");
        Require.atLeast(2, poolSize, "poolSize");
        Require.positive(patience, "patience");
        parameters = Map.copyOf(parameters);
        for (String name : parameters.keySet()) {
            Require.that(KNOWN_PARAMETERS.contains(name), "unknown parameter of a Postgres URL: " + name);
        }
        String sslMode = parameters.getOrDefault("sslmode", "prefer");
        Require.that(SSL_MODES.contains(sslMode), "sslmode must be one of " + SSL_MODES + ": " + sslMode);
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?sslmode=require}; port and parameters may be left out,
     * {@code postgres:} is as good, and user and password are percent-encoded.
     *
     * @throws IllegalArgumentException when it is no such URL; the message does not repeat it, since it holds a password
     */
    public static PostgresSettings parse(String url) {
        URI uri = uri(url);
        String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
        String path = String.valueOf(uri.getPath());
        if (uri.getHost() == null || uri.getRawUserInfo() == null || path.length() < 2) {
            throw unreadable("it needs a user, a host and a database");
        }
        return new PostgresSettings(
                uri.getHost(),
                uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort(),
                path.substring(1),
                decoded(login[0]),
                login.length == 2 ? decoded(login[1]) : "",
                parameters(uri),
                DEFAULT_POOL,
                DEFAULT_PATIENCE,
                Optional.empty());
    }

    /** The same database with another number of connections. */
    public PostgresSettings withPoolSize(int size) {
        return new PostgresSettings(host, port, database, user, password, parameters, size, patience, direct);
    }

    /** The same database, with a way to it that leads through no pooler. */
    public PostgresSettings withDirect(PostgresSettings way) {
        return new PostgresSettings(
                host, port, database, user, password, parameters, poolSize, patience, Optional.of(way));
    }

    private static URI uri(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            // Without the cause: its message repeats the URL.
            throw unreadable("is it percent-encoded?");
        }
        if (!Set.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme()))) {
            throw unreadable("it must begin with postgresql://");
        }
        return uri;
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() == null) {
            return parameters;
        }
        for (String parameter : uri.getRawQuery().split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            parameters.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        // In the parts of a URL, unlike in a form, a plus is a plus.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException("not a Postgres URL: " + why);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
