package io.productsnap.bootstrap;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a program is started in: its settings, and whatever had to be set up to have them. In production that is the
 * environment; on a laptop, servers that were started for it.
 */
public interface Surroundings extends AutoCloseable {

    Map<String, String> settings();

    /** Routes that are served beside the product's own. */
    Consumer<RoutesConfig> extraRoutes();

    /** Called once the program has stopped using them. */
    @Override
    void close();

    /** The environment as it is, with nothing set up. */
    static Surroundings of(Map<String, String> environment) {
        Map<String, String> settings = Map.copyOf(environment);
        return new Surroundings() {
            @Override
            public Map<String, String> settings() {
                return settings;
            }

            @Override
            public Consumer<RoutesConfig> extraRoutes() {
                return routes -> {};
            }

            @Override
            public void close() {
                // Nothing was set up.
            }
        };
    }
}
