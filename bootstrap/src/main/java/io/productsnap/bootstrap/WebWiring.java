package io.productsnap.bootstrap;

import io.productsnap.bootstrap.metrics.Metrics;
import io.productsnap.core.account.Register;
import io.productsnap.core.account.VerifyEmail;
import io.productsnap.core.contact.ContactSupport;
import io.productsnap.core.job.ReadmitJob;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.photo.PreviewPhoto;
import io.productsnap.core.photo.RemovePhoto;
import io.productsnap.core.photo.RetryPhoto;
import io.productsnap.core.photo.SubmitPhoto;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.session.AccessTokens;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.DeviceTokens;
import io.productsnap.core.session.EndedSessions;
import io.productsnap.core.session.IssueTokens;
import io.productsnap.core.session.ListSessions;
import io.productsnap.core.session.LogOut;
import io.productsnap.core.session.OpenSession;
import io.productsnap.core.session.RefreshSession;
import io.productsnap.core.session.RefreshTokens;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.UserStore;
import io.productsnap.imaging.decode.PhotoFileInspector;
import io.productsnap.imaging.preview.JpegPreviewer;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresAccountStore;
import io.productsnap.persistence.postgres.PostgresAuditLog;
import io.productsnap.persistence.postgres.PostgresMailOutbox;
import io.productsnap.persistence.postgres.PostgresSessionStore;
import io.productsnap.persistence.postgres.PostgresUserStore;
import io.productsnap.security.argon2.Argon2PasswordHasher;
import io.productsnap.security.jwt.JwtSettings;
import io.productsnap.security.jwt.NimbusAccessTokens;
import io.productsnap.web.BuildVersion;
import io.productsnap.web.HealthComponent;
import io.productsnap.web.MetricsPage;
import io.productsnap.web.Operations;
import io.productsnap.web.WebApp;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** The use cases that HTTP calls, over the adapters of the process. */
final class WebWiring {

    /** How many more logins wait for a core before the next is turned away. */
    private static final int HASHES_WAITING = 64;

    private WebWiring() {}

    static WebApp app(Settings settings, Adapters adapters, PhotoStudio studio, EndedSessions ended) {
        Clock clock = adapters.clock();
        DataSource database = adapters.database().pooled();
        UserStore users = new PostgresUserStore(database);
        SessionStore sessions = new PostgresSessionStore(database);
        PasswordHasher hasher =
                new Argon2PasswordHasher(Runtime.getRuntime().availableProcessors(), HASHES_WAITING, adapters.random());
        Keys keys = Keys.of(settings, adapters);
        return new WebApp(
                sessions(settings, adapters, users, sessions, ended, hasher, keys),
                accounts(settings, adapters, users, hasher, keys),
                CredentialWiring.credentials(settings, adapters, users, sessions, hasher),
                office(settings, adapters),
                photos(settings, adapters, studio),
                adapters.photos().files(),
                clock);
    }

    /** What tokens are made and read with. */
    private record Keys(AccessTokens access, RefreshTokens refresh, DeviceTokens devices, IssueTokens issue) {
        static Keys of(Settings settings, Adapters adapters) {
            Clock clock = adapters.clock();
            RandomGenerator random = adapters.random();
            AccessTokens access = new NimbusAccessTokens(JwtSettings.of(settings.secret()), clock, random);
            RefreshTokens refresh = new RefreshTokens(MacKey.of(settings.secret(), "refresh-tokens"));
            DeviceTokens devices = new DeviceTokens(MacKey.of(settings.secret(), "device-tokens"), clock);
            IssueTokens issue = new IssueTokens(
                    access,
                    refresh,
                    devices,
                    settings.sessions().rotation(),
                    settings.sessions().accessLife(),
                    clock,
                    random);
            return new Keys(access, refresh, devices, issue);
        }
    }

    private static WebApp.Sessions sessions(
            Settings settings,
            Adapters adapters,
            UserStore users,
            SessionStore sessions,
            EndedSessions ended,
            PasswordHasher hasher,
            Keys keys) {
        Clock clock = adapters.clock();
        OpenSession door = LoginWiring.door(settings, adapters, sessions, keys.issue());
        RotationPolicy rotation = settings.sessions().rotation();
        return new WebApp.Sessions(
                LoginWiring.logIn(settings, adapters, users, hasher, keys.devices(), door),
                new RefreshSession(keys.refresh(), sessions, rotation, ended, keys.issue(), clock),
                new LogOut(keys.refresh(), sessions, rotation, ended, clock),
                new ListSessions(sessions, rotation, clock),
                new Authenticate(keys.access(), ended));
    }

    private static WebApp.Accounts accounts(
            Settings settings, Adapters adapters, UserStore users, PasswordHasher hasher, Keys keys) {
        PostgresAccountStore accounts =
                new PostgresAccountStore(adapters.database().pooled());
        URI frontEnd = settings.web().frontEnd();
        Register register = new Register(
                accounts,
                users,
                hasher,
                new Throttle(adapters.limiter(), settings.limits().register()),
                keys.issue(),
                settings.plans(),
                frontEnd,
                adapters.clock(),
                adapters.random());
        VerifyEmail verify = new VerifyEmail(
                accounts,
                users,
                new Throttle(adapters.limiter(), settings.limits().resend()),
                frontEnd,
                adapters.clock(),
                adapters.random());
        return new WebApp.Accounts(register, verify, users);
    }

    private static WebApp.Office office(Settings settings, Adapters adapters) {
        DataSource database = adapters.database().pooled();
        ContactSupport contact = new ContactSupport(
                new PostgresMailOutbox(database),
                new Throttle(adapters.limiter(), settings.limits().contact()),
                settings.support(),
                adapters.clock(),
                adapters.random());
        return new WebApp.Office(contact, new PostgresAuditLog(database));
    }

    private static WebApp.Photos photos(Settings settings, Adapters adapters, PhotoStudio studio) {
        PhotoFileInspector inspector = new PhotoFileInspector(adapters.pixels());
        Stores stores = adapters.photos();
        return new WebApp.Photos(
                new SubmitPhoto(
                        inspector, studio, stores.store(), adapters.jobs(), adapters.clock(), adapters.random()),
                new PreviewPhoto(
                        inspector,
                        new JpegPreviewer(adapters.pixels()),
                        new Throttle(adapters.limiter(), settings.limits().preview())),
                new RemovePhoto(adapters.jobs(), stores.store()),
                new RetryPhoto(
                        adapters.jobs(),
                        new ReadmitJob(adapters.jobs(), adapters.events(), adapters.clock()),
                        stores.store()),
                stores.links(),
                new WebApp.Jobs(adapters.jobs(), adapters.events(), MacKey.of(settings.secret(), "event-tickets")));
    }

    static Operations operations(Settings settings, Adapters adapters, Metrics metrics) {
        BuildInfo build = BuildInfo.read();
        Migrations migrations = Migrations.ofProductSnap(adapters.database().direct());
        return new Operations(
                new BuildVersion("ProductSnap", build.version(), build.commit(), build.builtAt()),
                List.of(
                        new HealthComponent("postgres", true, adapters.database()::check),
                        new HealthComponent("schema", true, migrations::check),
                        new HealthComponent("redis", false, adapters.redis()::check),
                        new HealthComponent(
                                "object_store", false, adapters.photos().store()::check),
                        new HealthComponent("mail", false, adapters.mailer()::check)),
                settings.metricsToken().map(token -> new MetricsPage(token, metrics::text)),
                metrics.requests());
    }
}
