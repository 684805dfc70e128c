package io.productsnap.bootstrap;

import io.javalin.config.RoutesConfig;
import io.productsnap.bootstrap.metrics.Metrics;
import io.productsnap.core.job.Engine;
import io.productsnap.core.mail.DeliverMail;
import io.productsnap.core.payment.Plan;
import io.productsnap.core.photo.CompletionMail;
import io.productsnap.core.photo.PhotoHandler;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.policy.Backoff;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.session.EndedSessions;
import io.productsnap.core.session.SessionWatch;
import io.productsnap.core.signal.Repeater;
import io.productsnap.core.signal.Signals.Topic;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import io.productsnap.imaging.studio.StudioWhite;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresMailOutbox;
import io.productsnap.persistence.postgres.PostgresSessionStore;
import io.productsnap.persistence.postgres.PostgresUserStore;
import io.productsnap.web.Operations;
import io.productsnap.web.WebServer;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process of ProductSnap, running. Closing it lets requests and jobs finish, for a while. */
public final class Program implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    /** Platforms kill after 30 seconds or more: requests get a part of that, jobs the rest. */
    private static final Duration REQUEST_GRACE = Duration.ofSeconds(5);

    private static final Duration JOB_GRACE = Duration.ofSeconds(15);

    private static final Duration CLOCK_EVERY = Duration.ofMinutes(1);
    private static final Duration MAIL_AT_LATEST = Duration.ofMinutes(1);

    /** Mail is tried for about a day: ten times, at most three hours apart. */
    private static final RetryPolicy MAIL_RETRY =
            new RetryPolicy(0, 10, new Backoff(Duration.ofSeconds(30), Duration.ofHours(3)));

    private final Closing closing = new Closing();
    private final Settings settings;
    private final Metrics metrics;
    private final Adapters adapters;
    private final PhotoStudio studio;
    private URI address;

    private Program(Settings settings) {
        this.settings = settings;
        this.metrics = closing.opened(new Metrics());
        this.adapters = Adapters.open(settings, metrics, closing);
        this.studio = new StudioWhite(adapters.pixels());
        this.address = settings.web().frontEnd();
    }

    /**
     * Starts what the role asks for; when it returns, the program is ready.
     *
     * @throws RuntimeException with nothing left open, when it cannot be started
     */
    static Program start(Settings settings, Role role, Consumer<RoutesConfig> extraRoutes) {
        Program program = new Program(settings);
        try {
            program.reachServers();
            program.adapters.signals().start();
            if (role.runsJobs()) {
                program.deliverMail();
                program.keepHouse();
                program.runJobs();
            }
            program.answer(role, extraRoutes);
            return program;
        } catch (RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    private void reachServers() {
        adapters.database().check();
        LOG.info("Postgres reached: {}", settings.servers().postgres());
        Migrations.ofProductSnap(adapters.database().direct()).apply();
        keepTime();
        reach("Redis", settings.servers().redis(), adapters.redis()::check);
        reach("object store", settings.servers().photos(), adapters.photos().store()::check);
    }

    /** What the product can be without for a while; it is told, and tried again when it is needed. */
    private static void reach(String what, Object where, Runnable check) {
        try {
            check.run();
            LOG.info("{} reached: {}", what, where);
        } catch (RuntimeException away) {
            LOG.warn("{} cannot be reached: {}. Going on without, degraded", what, where, away);
        }
    }

    private void keepTime() {
        // Once before anything is written: a beat from the future would keep a dead worker's jobs.
        adapters.clock().measure();
        Repeater clock = closing.opened(new Repeater("productsnap-clock", CLOCK_EVERY, adapters.clock()::measure));
        clock.start();
    }

    private void deliverMail() {
        DeliverMail deliver = new DeliverMail(
                new PostgresMailOutbox(adapters.database().pooled()),
                metrics.counted(adapters.mailer()),
                MAIL_RETRY,
                adapters.clock(),
                adapters.random());
        Repeater courier = closing.opened(new Repeater("productsnap-mail", MAIL_AT_LATEST, deliver::deliverDue));
        closing.opened(adapters.signals().listen(Topic.MAIL, courier::now));
        courier.start();
    }

    private void keepHouse() {
        closing.opened(new Housekeeping(settings, adapters, metrics.engine()).repeater())
                .start();
    }

    private void runJobs() {
        Engine engine = Engine.builder(new PostgresJobStore(adapters.database().reserved()))
                .settings(settings.engine())
                .signals(adapters.signals())
                .events(adapters.events())
                .liveRuns(adapters.live())
                .listener(metrics.engine())
                .clock(adapters.clock())
                .random(adapters.random())
                .handler(PhotoOrder.KIND, photoHandler())
                .build();
        closing.opened(() -> engine.stop(JOB_GRACE));
        engine.start();
    }

    private PhotoHandler photoHandler() {
        UserStore users = new PostgresUserStore(adapters.database().pooled());
        CompletionMail mail = new CompletionMail(
                owner -> User.idOf(owner)
                        .flatMap(users::find)
                        .filter(Program::wantsToKnow)
                        .map(User::email),
                settings.web().frontEnd(),
                adapters.clock(),
                adapters.random());
        return new PhotoHandler(adapters.photos().store(), studio, Program::isWatermarked, mail::about);
    }

    private static boolean wantsToKnow(User user) {
        return user.profile().notifyOnCompletion();
    }

    private static boolean isWatermarked(String tier) {
        // A tier that is no plan of ours is an operator's own doing: no mark without a reason.
        return Plan.of(tier).map(Plan::isWatermarked).orElse(false);
    }

    private void answer(Role role, Consumer<RoutesConfig> extraRoutes) {
        metrics.watch(adapters.census(), adapters.clock());
        Operations operations = WebWiring.operations(settings, adapters, metrics);
        WebServer server = role.answersHttp()
                ? WebServer.of(
                        settings.web(),
                        WebWiring.app(settings, adapters, studio, endedSessions()),
                        operations,
                        extraRoutes)
                : WebServer.ofHealth(settings.web(), operations);
        closing.opened(() -> server.stop(REQUEST_GRACE));
        server.start();
        address = role.answersHttp()
                ? settings.web().frontEnd()
                : URI.create("http://" + settings.web().host() + ":" + server.port() + "/health");
    }

    /** Known from here on, so that nobody is served who has logged out; without this knowledge nobody is served at all. */
    private EndedSessions endedSessions() {
        EndedSessions ended = new EndedSessions(
                // Not the pool of the requests: a crowd of them must not keep alive whoever has logged out.
                new PostgresSessionStore(adapters.database().reserved()),
                settings.sessions().accessLife(),
                adapters.clock());
        SessionWatch watch = closing.opened(new SessionWatch(ended, adapters.signals()));
        watch.start();
        return ended;
    }

    /** What a person may open. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        closing.close();
    }
}
