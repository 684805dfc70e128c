package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.productsnap.core.account.AccountMails;
import io.productsnap.core.account.ChangeEmail;
import io.productsnap.core.account.ChangePassword;
import io.productsnap.core.account.ClearClosedAccounts;
import io.productsnap.core.account.CloseAccount;
import io.productsnap.core.account.ConfirmPassword;
import io.productsnap.core.account.ForgotPassword;
import io.productsnap.core.account.MailCap;
import io.productsnap.core.account.Register;
import io.productsnap.core.account.ResetPassword;
import io.productsnap.core.account.VerifyEmail;
import io.productsnap.core.contact.ContactSupport;
import io.productsnap.core.inmemory.InMemoryAccountStore;
import io.productsnap.core.inmemory.InMemoryAuditLog;
import io.productsnap.core.inmemory.InMemoryClosedAccounts;
import io.productsnap.core.inmemory.InMemoryCredentialStore;
import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobEvents;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryMailOutbox;
import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.inmemory.InMemorySessionStore;
import io.productsnap.core.inmemory.InMemorySignals;
import io.productsnap.core.inmemory.InMemoryUserStore;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.ReadmitJob;
import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.PreviewPhoto;
import io.productsnap.core.photo.RemoveAllPhotos;
import io.productsnap.core.photo.RemovePhoto;
import io.productsnap.core.photo.RetryPhoto;
import io.productsnap.core.photo.SignedPhotoLinks;
import io.productsnap.core.photo.SubmitPhoto;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.policy.SlidingWindow;
import io.productsnap.core.session.AccessTokens;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.DeviceTokens;
import io.productsnap.core.session.EndedSessions;
import io.productsnap.core.session.IssueTokens;
import io.productsnap.core.session.ListSessions;
import io.productsnap.core.session.LogIn;
import io.productsnap.core.session.LogOut;
import io.productsnap.core.session.LoginLimits;
import io.productsnap.core.session.NewSignInMail;
import io.productsnap.core.session.OpenSession;
import io.productsnap.core.session.RefreshSession;
import io.productsnap.core.session.RefreshTokens;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.signal.Signals.Topic;
import io.productsnap.core.user.CheckPassword;
import io.productsnap.core.user.LinkToken;
import io.productsnap.core.user.UserStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** The real routes on a real port, over stores in memory and a clock that stands. */
final class House implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    static final URI FRONT_END = URI.create("http://localhost:5173");
    private static final String SECRET = "a secret of the tests, long enough";
    static final EmailAddress SUPPORT = new EmailAddress("support@shop.example");
    private static final SlidingWindow WINDOW = SlidingWindow.parse("5/PT5M");
    private static final SlidingWindow OF_ACCOUNT = SlidingWindow.parse("10/PT15M");

    final TurnableClock clock = new TurnableClock(NOW);
    final InMemoryData data = new InMemoryData();
    final InMemoryJobStore jobs = new InMemoryJobStore(data);
    final InMemoryJobEvents events = new InMemoryJobEvents();
    final InMemoryPhotoStore photos = new InMemoryPhotoStore(clock);
    final InMemoryMailOutbox outbox = new InMemoryMailOutbox(data);
    final InMemoryAccountStore accounts = new InMemoryAccountStore(data);
    final InMemoryAuditLog audit = new InMemoryAuditLog(data);
    final PlainHasher hasher = new PlainHasher();
    final SignedPhotoLinks links =
            new SignedPhotoLinks(URI.create("http://localhost:8080/files"), MacKey.of(SECRET, "files"), clock);
    private final List<HealthComponent> components = new ArrayList<>();
    private URI frontEnd = FRONT_END;
    private TrustedProxies proxies = TrustedProxies.NONE;
    private long maxUpload = WebSettings.DEFAULT_MAX_UPLOAD;
    private boolean refreshInBody = true;
    private Optional<MetricsPage> metrics = Optional.empty();
    private RequestListener requests = (method, route, status, took) -> {};
    private Optional<PhotoStore> otherStore = Optional.empty();
    private Consumer<RoutesConfig> extra = routes -> {};
    private Optional<WebServer> server = Optional.empty();

    House frontEnd(String address) {
        frontEnd = URI.create(address);
        return this;
    }

    House behind(String... networks) {
        proxies = TrustedProxies.of(List.of(networks));
        return this;
    }

    House maxUpload(long bytes) {
        maxUpload = bytes;
        return this;
    }

    House withoutRefreshTokensInBodies() {
        refreshInBody = false;
        return this;
    }

    House with(HealthComponent component) {
        components.add(component);
        return this;
    }

    House with(MetricsPage page) {
        metrics = Optional.of(page);
        return this;
    }

    House telling(RequestListener listener) {
        requests = listener;
        return this;
    }

    House with(Consumer<RoutesConfig> routes) {
        extra = routes;
        return this;
    }

    House keepingPhotosIn(PhotoStore store) {
        otherStore = Optional.of(store);
        return this;
    }

    House open() {
        WebServer started = WebServer.of(settings(), app(), operations(), extra);
        started.start();
        server = Optional.of(started);
        return this;
    }

    WebServer healthServer() {
        return WebServer.ofHealth(settings(), operations());
    }

    private WebSettings settings() {
        return new WebSettings(
                "127.0.0.1",
                0,
                frontEnd,
                List.of(URI.create("http://localhost:8080")),
                maxUpload,
                proxies,
                refreshInBody);
    }

    Operations operations() {
        return new Operations(
                new BuildVersion("ProductSnap", "0.1.0", "abcdef0", "2026-11-23T05:00:00Z"),
                components,
                metrics,
                requests);
    }

    private WebApp app() {
        Random random = new Random(7);
        AccessTokens accessTokens = new ShortTokens(MacKey.of(SECRET, "access"), clock);
        RefreshTokens refreshTokens = new RefreshTokens(MacKey.of(SECRET, "refresh"));
        RotationPolicy rotation = RotationPolicy.DEFAULT;
        DeviceTokens devices = new DeviceTokens(MacKey.of(SECRET, "device"), clock);
        IssueTokens tokens =
                new IssueTokens(accessTokens, refreshTokens, devices, rotation, Duration.ofMinutes(30), clock, random);
        InMemorySessionStore sessions = new InMemorySessionStore(data);
        EndedSessions ended = new EndedSessions(sessions, Duration.ofMinutes(30), clock);
        new InMemorySignals(data).listen(Topic.SESSIONS, ended::refresh);
        ended.refresh();
        UserStore users = new InMemoryUserStore(data);
        RateLimiter limiter = new InMemoryRateLimiter(clock);
        Throttle throttle = new Throttle(limiter, WINDOW);
        PhotoStore store = otherStore.orElse(photos);
        MarkedPhotos studio = new MarkedPhotos();
        return new WebApp(
                new WebApp.Sessions(
                        new LogIn(
                                users,
                                new CheckPassword(users, hasher),
                                new LoginLimits(throttle, new Throttle(limiter, OF_ACCOUNT)),
                                devices,
                                new OpenSession(sessions, tokens, new NewSignInMail(throttle, frontEnd, random)),
                                audit,
                                clock),
                        new RefreshSession(refreshTokens, sessions, rotation, ended, tokens, clock),
                        new LogOut(refreshTokens, sessions, rotation, ended, clock),
                        new ListSessions(sessions, rotation, clock),
                        new Authenticate(accessTokens, ended)),
                new WebApp.Accounts(
                        new Register(
                                accounts, users, hasher, throttle, tokens, PlanLimits.DEFAULT, frontEnd, clock, random),
                        new VerifyEmail(accounts, users, throttle, frontEnd, clock, random),
                        users),
                credentials(users, sessions, new AccountMails(frontEnd, clock, random), store),
                new WebApp.Office(new ContactSupport(outbox, throttle, SUPPORT, clock, random), audit),
                new WebApp.Photos(
                        new SubmitPhoto(studio, studio, store, jobs, clock, random),
                        new PreviewPhoto(studio, studio, throttle),
                        new RemovePhoto(jobs, store),
                        new RetryPhoto(jobs, new ReadmitJob(jobs, events, clock), store),
                        links,
                        new WebApp.Jobs(jobs, events, MacKey.of(SECRET, "tickets"))),
                Optional.of(new WebApp.Files(links, store)),
                clock);
    }

    private WebApp.Credentials credentials(
            UserStore users, SessionStore sessions, AccountMails mails, PhotoStore store) {
        InMemoryCredentialStore credentials = new InMemoryCredentialStore(data);
        InMemoryClosedAccounts closed = new InMemoryClosedAccounts(data);
        Throttle throttle = new Throttle(new InMemoryRateLimiter(clock), WINDOW);
        MailCap recipient = new MailCap(new Throttle(new InMemoryRateLimiter(clock), SlidingWindow.parse("3/PT1H")));
        ConfirmPassword confirm =
                new ConfirmPassword(new CheckPassword(users, hasher), new InMemoryAuditLog(data), throttle, clock);
        return new WebApp.Credentials(
                new ForgotPassword(
                        users, accounts, mails, new ForgotPassword.Limits(throttle, recipient), Runnable::run, clock),
                new ResetPassword(credentials, users, hasher, mails, clock),
                new ChangePassword(credentials, users, confirm, hasher, mails, clock),
                new ChangeEmail(accounts, credentials, users, new ChangeEmail.Guards(confirm, recipient), mails, clock),
                new CloseAccount(
                        users,
                        sessions,
                        confirm,
                        closed,
                        new ClearClosedAccounts(closed, new RemoveAllPhotos(jobs, store), clock),
                        clock));
    }

    WebServer server() {
        return server.orElseThrow();
    }

    Call call(String path) {
        return new Call(URI.create("http://127.0.0.1:" + server().port() + path));
    }

    /** Fetches from this very server what a link leads to. */
    Answered follow(String link) {
        URI uri = URI.create(link);
        return call(uri.getRawPath() + "?" + uri.getRawQuery()).get();
    }

    /** Those that were written since the last time. */
    List<Mail> newMails() {
        return outbox.take(1_000, Duration.ofDays(9), clock.instant()).stream()
                .map(MailOutbox.Waiting::mail)
                .toList();
    }

    /** The token of the last new link that changes something. */
    String mailedToken() {
        List<String> links = newMails().stream()
                .map(Mail::text)
                .filter(text -> text.contains("?token=") && !text.contains("/verify-email"))
                .toList();
        String text = links.get(links.size() - 1);
        int token = text.indexOf("token=") + "token=".length();
        return text.substring(token, token + LinkToken.LONGEST);
    }

    /** Somebody new, logged in. */
    Person someone() {
        String email = UUID.randomUUID() + "@example.com";
        Answered answered = call("/api/auth/register")
                .with("User-Agent", "a test")
                .post("{'email':'" + email + "','password':'four words that rhyme'}")
                .is(201);
        // So many tests register from one address: each in a window of its own.
        clock.turn(Duration.ofMinutes(2));
        return new Person(this, email, answered.text("access_token"), answered.text("refresh_token"));
    }

    @Override
    public void close() {
        server.ifPresent(running -> running.stop(Duration.ZERO));
    }

    /** Somebody who is logged in. */
    record Person(House house, String email, String accessToken, String refreshToken) {

        Call call(String path) {
            return house.call(path).as(accessToken);
        }

        /** The id of a new job. */
        String submits(String photo) {
            return call("/api/jobs/create").post(Form.ofPhoto(photo)).is(201).text("job_id");
        }
    }
}
