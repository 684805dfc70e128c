package io.productsnap.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.json.JavalinJackson3;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** The HTTP server. It serves from {@link #start} to {@link #stop}, once. Thread-safe. */
public final class WebServer {

    private final WebSettings settings;
    private final HealthRoutes health;
    private final Runnable endStreams;
    private final Javalin javalin;

    private WebServer(
            WebSettings settings, Operations operations, Runnable endStreams, Consumer<JavalinConfig> routes) {
        this.settings = settings;
        this.health = new HealthRoutes(operations.components());
        this.endStreams = endStreams;
        this.javalin = Javalin.create(config -> {
            configure(config, settings);
            listen(config, operations.requests());
            Problems.install(config.routes);
            health.install(config.routes);
            operations.metrics().ifPresent(page -> new MetricsRoutes(page).install(config.routes));
            routes.accept(config);
        });
    }

    /**
     * The whole program's.
     *
     * @param extra routes besides ours, as a development server has
     */
    public static WebServer of(WebSettings settings, WebApp app, Operations operations, Consumer<RoutesConfig> extra) {
        Visitors visitors = Visitors.of(settings, app.sessions().authenticate());
        JobEventRoutes streams = new JobEventRoutes(app, visitors.callers());
        return new WebServer(settings, operations, streams::close, config -> {
            RoutesConfig routes = config.routes;
            new AuthRoutes(app, visitors).install(routes);
            new SessionRoutes(app.sessions(), visitors).install(routes);
            new PasswordRoutes(app, visitors).install(routes);
            new EmailRoutes(app, visitors).install(routes);
            new CloseAccountRoute(app, visitors).install(routes);
            new UserRoutes(app, visitors.callers()).install(routes);
            new ContactRoutes(app, visitors).install(routes);
            new AuditRoutes(app, visitors.callers()).install(routes);
            new JobRoutes(app, visitors.callers(), settings.maxUpload()).install(routes);
            streams.install(routes);
            app.files().ifPresent(files -> new PhotoFileRoutes(files, app.clock()).install(routes));
            new AboutRoutes(operations.version()).install(routes);
            new PageRoutes(new SecurityHeaders(settings)).install(routes);
            new Assets().install(routes);
            config.staticFiles.enableWebjars();
            extra.accept(routes);
        });
    }

    /** That of a process which works and serves nobody: it tells how it is, and no more. */
    public static WebServer ofHealth(WebSettings settings, Operations operations) {
        return new WebServer(settings, operations, () -> {}, config -> {});
    }

    private static void configure(JavalinConfig config, WebSettings settings) {
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson3(Json.MAPPER, false));
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        config.jetty.modifyHttpConfiguration(WebServer::configure);
        config.jetty.modifyServletContextHandler(handler ->
                handler.addFilter(new FilterHolder(new RequestIds()), "/*", EnumSet.of(DispatcherType.REQUEST)));
        config.routes.before(new SecurityHeaders(settings));
        config.routes.before(new Cors(Origins.ofFrontEnd(settings.frontEnd())));
    }

    private static void listen(JavalinConfig config, RequestListener requests) {
        AccessLog log = new AccessLog();
        RequestTimes times = new RequestTimes(requests);
        config.requestLogger.http((ctx, millis) -> {
            log.handle(ctx, millis);
            times.handle(ctx, millis);
        });
    }

    private static void configure(HttpConfiguration http) {
        // Javalin takes any address; ours need none that proxies and servers read differently.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
    }

    /**
     * Binds the port and serves.
     *
     * @throws IllegalStateException when somebody else has the port
     */
    public void start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new IllegalStateException("port " + settings.port() + " on " + settings.host() + " is taken", taken);
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** What it answers, to be compared with what is described. */
    List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .toList();
    }

    /** Says from now on that it is not ready, and serves on: balancers need a while to notice. */
    public void drain() {
        health.drain();
    }

    /**
     * Ends the event streams, takes no new connection, lets requests finish that are under way, and stops.
     *
     * @param patience how long they may take; then they are cut off
     */
    public void stop(Duration patience) {
        drain();
        endStreams.run();
        javalin.jettyServer().server().setStopTimeout(patience.toMillis());
        javalin.stop();
        health.close();
    }
}
