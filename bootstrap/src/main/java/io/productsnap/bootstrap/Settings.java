package io.productsnap.bootstrap;

import io.productsnap.core.job.EngineSettings;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.messaging.redis.RedisSettings;
import io.productsnap.messaging.smtp.SmtpSettings;
import io.productsnap.persistence.postgres.PostgresSettings;
import io.productsnap.persistence.s3.S3Settings;
import io.productsnap.web.MetricsPage;
import io.productsnap.web.TrustedProxies;
import io.productsnap.web.WebSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be set, read once and checked. {@code docs/configuration.md} says what each is for.
 *
 * @param secret signs whatever comes back to us; at least 32 bytes
 * @param metricsToken opens the page of metrics; empty when there is none
 * @param support who reads what comes through the contact form
 * @param backEnd the address under which this program's own links lead to it
 */
record Settings(
        Mode mode,
        String secret,
        Optional<String> metricsToken,
        Servers servers,
        EmailAddress support,
        WebSettings web,
        URI backEnd,
        SessionSettings sessions,
        EngineSettings engine,
        CounterSettings counters,
        Keeping keeping,
        OrphanSettings orphans,
        PlanLimits plans,
        Limits limits) {

    /** 32 random hexadecimal digits with fewer different ones turn up once in five thousand million times. */
    private static final int FEWEST_CHARACTERS = 7;

    /** How strict the program is. */
    enum Mode {
        DEVELOPMENT,
        PRODUCTION
    }

    /** The servers it works with. */
    record Servers(PostgresSettings postgres, RedisSettings redis, SmtpSettings smtp, Store photos) {}

    /** @throws SettingsInvalid with all that is wrong */
    static Settings read(Map<String, String> values) {
        Environment from = new Environment(values);
        Mode mode = mode(from);
        WebSettings web = web(from, mode);
        URI backEnd = from.uri("BACKEND_URL", web.frontEnd());
        SmtpSettings smtp = SmtpReading.read(from, mode);
        Settings settings = new Settings(
                mode,
                secret(from),
                metricsToken(from),
                new Servers(postgres(from), redis(from), smtp, photos(from)),
                SmtpReading.support(from, smtp),
                web,
                backEnd,
                SessionSettings.read(from),
                EngineReading.engine(from),
                CounterSettings.read(from),
                Keeping.read(from),
                OrphanSettings.read(from),
                EngineReading.plans(from),
                Limits.read(from));
        from.done();
        return settings;
    }

    /** For commands that need nothing else. */
    static PostgresSettings readDatabase(Map<String, String> values) {
        Environment from = new Environment(values);
        PostgresSettings postgres = postgres(from);
        from.done();
        return postgres;
    }

    /** What is needed to look at the counts of what runs. */
    record Counted(PostgresSettings postgres, RedisSettings redis, StalePolicy stale, CounterSettings counters) {}

    static Counted readCounted(Map<String, String> values) {
        Environment from = new Environment(values);
        Counted counted = new Counted(
                postgres(from), redis(from), EngineReading.engine(from).stale(), CounterSettings.read(from));
        from.done();
        return counted;
    }

    /** What is needed to look at the files that are kept. */
    record Kept(PostgresSettings postgres, Store photos, OrphanSettings orphans) {}

    static Kept readKept(Map<String, String> values) {
        Environment from = new Environment(values);
        Kept kept = new Kept(postgres(from), photos(from), OrphanSettings.read(from));
        from.done();
        return kept;
    }

    private static Mode mode(Environment from) {
        return from.read("APP_ENV", Mode.PRODUCTION, "development or production", text -> switch (text) {
            case "development" -> Mode.DEVELOPMENT;
            case "production" -> Mode.PRODUCTION;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    private static String secret(Environment from) {
        String secret = from.required("JWT_SECRET", "it signs tokens and links");
        boolean isSet = from.isSet("JWT_SECRET");
        if (isSet && secret.getBytes(StandardCharsets.UTF_8).length < MacKey.SHORTEST_SECRET) {
            from.complain("JWT_SECRET is too weak: it must have at least " + MacKey.SHORTEST_SECRET + " bytes");
        } else if (isSet && secret.chars().distinct().count() < FEWEST_CHARACTERS) {
            from.complain(
                    "JWT_SECRET is too weak: it says one thing again and again; make one by openssl rand -base64 48");
        }
        return secret;
    }

    private static Optional<String> metricsToken(Environment from) {
        Optional<String> token = from.text("METRICS_TOKEN");
        if (token.filter(text -> !MetricsPage.isLongEnough(text)).isPresent()) {
            from.complain("METRICS_TOKEN is too weak: it must have at least " + MetricsPage.SHORTEST_TOKEN + " bytes");
        }
        return token;
    }

    private static PostgresSettings postgres(Environment from) {
        PostgresSettings placeholder = PostgresSettings.parse("postgresql://nobody@localhost/none");
        from.required("DATABASE_URL", "postgresql://user:password@host/database");
        PostgresSettings pooled =
                postgres(from, "DATABASE_URL", placeholder).withPoolSize(from.number("DATABASE_POOL", 2, 20));
        return from.isSet("DATABASE_DIRECT_URL")
                ? pooled.withDirect(postgres(from, "DATABASE_DIRECT_URL", placeholder))
                : pooled;
    }

    private static PostgresSettings postgres(Environment from, String name, PostgresSettings placeholder) {
        return from.read(
                name,
                placeholder,
                "postgresql://user:password@host:port/database?sslmode=…, percent-encoded",
                PostgresSettings::parse);
    }

    private static RedisSettings redis(Environment from) {
        from.required("REDIS_URL", "redis://host:port or rediss://host:port");
        return from.read(
                "REDIS_URL",
                RedisSettings.parse("redis://localhost"),
                "redis://:password@host:port/database, or rediss://",
                RedisSettings::parse);
    }

    private static Store photos(Environment from) {
        if (!from.isSet("S3_BUCKET")) {
            String folder = from.required("DATA_DIR", "photos are kept there, unless S3_BUCKET is set");
            return new Store.OnDisk(Path.of(folder).toAbsolutePath().resolve("photos"));
        }
        return new Store.InBucket(s3(from));
    }

    private static S3Settings s3(Environment from) {
        return new S3Settings(
                from.address("S3_ENDPOINT"),
                from.address("S3_PUBLIC_ENDPOINT"),
                from.text("S3_REGION", "us-east-1"),
                from.text("S3_BUCKET", "missing"),
                from.required("S3_ACCESS_KEY", "S3_BUCKET is set"),
                from.required("S3_SECRET_KEY", "S3_BUCKET is set"));
    }

    private static WebSettings web(Environment from, Mode mode) {
        boolean strict = mode == Mode.PRODUCTION;
        String host = from.text("HOST", strict ? "0.0.0.0" : "127.0.0.1");
        int port = from.number("PORT", 1, 8080);
        return new WebSettings(
                host,
                port,
                frontEnd(from, strict, port),
                imageOrigins(from),
                from.number("MAX_UPLOAD_SIZE", 1, Math.toIntExact(WebSettings.DEFAULT_MAX_UPLOAD)),
                from.read(
                        "TRUSTED_PROXIES",
                        TrustedProxies.NONE,
                        "networks, as 10.0.0.0/8,fd00::/8",
                        text -> TrustedProxies.of(Environment.parts(text))),
                from.flag("REFRESH_TOKEN_IN_BODY", true));
    }

    private static URI frontEnd(Environment from, boolean strict, int port) {
        URI local = URI.create("http://127.0.0.1:" + port);
        if (!strict) {
            return from.uri("FRONTEND_URL", local);
        }
        from.required("FRONTEND_URL", "links in mails lead there, and it is the allowed origin");
        PublicAddresses.check(from);
        return from.uri("FRONTEND_URL", local);
    }

    /** Where pictures come from that are not this server's own. */
    private static List<URI> imageOrigins(Environment from) {
        return List.of("BACKEND_URL", "S3_PUBLIC_ENDPOINT", "S3_ENDPOINT").stream()
                .flatMap(name -> from.address(name).stream())
                .distinct()
                .toList();
    }
}
