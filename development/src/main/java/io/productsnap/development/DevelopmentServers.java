package io.productsnap.development;

import io.javalin.config.RoutesConfig;
import io.productsnap.bootstrap.CannotRun;
import io.productsnap.bootstrap.Role;
import io.productsnap.bootstrap.Surroundings;
import io.productsnap.embedded.CannotStart;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A laptop as surroundings: servers of its own for those that the environment does not name, secrets made once, and a
 * page with the mail that was caught.
 */
record DevelopmentServers(Map<String, String> settings, Consumer<RoutesConfig> extraRoutes, Deeds deeds)
        implements Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentServers.class);

    DevelopmentServers {
        settings = Map.copyOf(settings);
    }

    /**
     * Returns once all is there. With {@code APP_ENV=production} nothing is started and nothing made up.
     *
     * @throws CannotRun with a sentence for a person
     */
    static Surroundings start(Map<String, String> environment, Role role) {
        if (environment.getOrDefault("APP_ENV", "").strip().equals("production")) {
            return Surroundings.of(environment);
        }
        try {
            DataDirectory directory = DataDirectory.of(environment);
            LOG.info("data is kept in {}", directory.path());
            Laptop laptop = new Laptop(environment, role, directory);
            return Place.find(directory, role).fold(laptop::asOwner, laptop::asGuest);
        } catch (CannotStart e) {
            throw new CannotRun(e.sentence(), e);
        } catch (IOException e) {
            throw new CannotRun("The data folder cannot be used: %s.".formatted(e), e);
        }
    }

    @Override
    public void close() {
        deeds.close();
    }
}
