package io.productsnap.development;

import io.javalin.config.RoutesConfig;
import io.productsnap.bootstrap.Role;
import io.productsnap.bootstrap.Surroundings;
import io.productsnap.development.mail.MailRoutes;
import io.productsnap.embedded.CannotStart;
import io.productsnap.embedded.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes up what the environment does not say: settings, servers, secrets. */
record Laptop(Map<String, String> environment, Role role, DataDirectory directory) {
    private static final Logger LOG = LoggerFactory.getLogger(Laptop.class);

    Surroundings asOwner(Place.Owner owner) {
        Deeds deeds = new Deeds();
        deeds.undo(owner::release);
        try {
            Running me = new Running(ProcessHandle.current().pid(), Commands.of(role), address(), Optional.empty());
            me.write(directory);
            Map<String, String> started = Servers.start(directory, Missing.in(environment), deeds, Laptop::stop);
            Map<String, String> secrets = Secrets.madeIn(directory);
            me.ready(started).write(directory);
            deeds.undo(() -> Files.deleteIfExists(Running.file(directory)));
            return new DevelopmentServers(settings(started, secrets), routes(), deeds);
        } catch (IOException e) {
            deeds.close();
            throw unusable(e);
        } catch (RuntimeException e) {
            deeds.close();
            throw e;
        }
    }

    Surroundings asGuest(Place.Guest guest) {
        Map<String, String> others = guest.host().settings().orElseThrow();
        Set<Missing> missing = Missing.in(environment);
        Missing.unmet(missing, others).ifPresent(server -> {
            throw new CannotStart("The running ProductSnap (%s) was given a %s of its own: set the same one here."
                    .formatted(guest.host().told(), server.setting()));
        });
        LOG.info(
                "using the servers of the running ProductSnap ({})",
                guest.host().told());
        try {
            return new DevelopmentServers(settings(others, Secrets.keptIn(directory)), routes(), new Deeds());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Defaults of a laptop, then what was started, and above all what a person has set. */
    private Map<String, String> settings(Map<String, String> started, Map<String, String> secrets) {
        Map<String, String> settings = new HashMap<>(Map.of("APP_ENV", "development", "HOST", "127.0.0.1"));
        settings.putAll(secrets);
        settings.putAll(started);
        settings.keySet().removeIf(name -> Missing.isSet(name, environment));
        // One's own mail server decides on its port and its encryption as well.
        if (Missing.isSet("SMTP_HOST", environment)) {
            settings.keySet().removeIf(name -> name.startsWith("SMTP_"));
        }
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                settings.put(name, value);
            }
        });
        settings.put("DATA_DIR", directory.path().toString());
        return settings;
    }

    private Consumer<RoutesConfig> routes() throws IOException {
        return Missing.in(environment).contains(Missing.MAIL) ? MailRoutes.of(directory.mail())::addTo : routes -> {};
    }

    private String address() {
        boolean pages = role == Role.SERVE || role == Role.API;
        return pages
                ? "http://%s:%s"
                        .formatted(
                                environment.getOrDefault("HOST", "127.0.0.1"), environment.getOrDefault("PORT", "8080"))
                : "";
    }

    private CannotStart unusable(IOException e) {
        return new CannotStart(
                "The data folder %s cannot be used: %s.".formatted(directory.path(), Faults.told(e, directory.path())),
                e);
    }

    // From a thread of the server's supervisor: the exit closes the program first, and then what is left of the
    // servers.
    private static void stop(CannotStart why) {
        LOG.error("ProductSnap stops. {}", why.sentence());
        System.exit(1);
    }
}
