package io.productsnap.development;

import io.productsnap.development.mail.CaughtMail;
import io.productsnap.embedded.CannotStart;
import io.productsnap.embedded.LocalPostgres;
import io.productsnap.embedded.LocalRedis;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Starts the servers that are missing. */
final class Servers {
    private Servers() {}

    /**
     * Returns the settings by which the program finds them.
     *
     * @param deeds told how to stop each as soon as it runs: Postgres, which the others need least, is stopped last
     * @param lost told when one of them has died and cannot be brought back
     */
    static Map<String, String> start(
            DataDirectory directory, Set<Missing> missing, Deeds deeds, Consumer<CannotStart> lost) {
        Map<String, String> settings = new HashMap<>();
        if (missing.contains(Missing.POSTGRES)) {
            LocalPostgres postgres = LocalPostgres.start(directory.path(), lost);
            deeds.undo(postgres::close);
            settings.put("DATABASE_URL", postgres.url());
        }
        if (missing.contains(Missing.REDIS)) {
            LocalRedis redis = LocalRedis.start(directory.path(), lost);
            deeds.undo(redis::close);
            settings.put("REDIS_URL", redis.url());
        }
        if (missing.contains(Missing.MAIL)) {
            CaughtMail mail = CaughtMail.start(directory.mail());
            deeds.undo(mail::close);
            settings.put("SMTP_HOST", "127.0.0.1");
            settings.put("SMTP_PORT", Integer.toString(mail.port()));
            settings.put("SMTP_TLS", "none");
        }
        return Map.copyOf(settings);
    }
}
