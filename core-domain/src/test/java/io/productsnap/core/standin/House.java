package io.productsnap.core.standin;

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
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AccountExamples;
import io.productsnap.core.contract.Examples;
import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.RemoveAllPhotos;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.policy.SlidingWindow;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.Authenticate.Caller;
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
import io.productsnap.core.session.Tokens;
import io.productsnap.core.user.CheckPassword;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything about accounts and sessions, put together in memory. */
public final class House {

    public static final String PASSWORD = "correct horse";
    public static final SlidingWindow LOGINS = new SlidingWindow(5, Duration.ofMinutes(5));
    public static final SlidingWindow ACCOUNTS = new SlidingWindow(3, Duration.ofHours(1));
    public static final SlidingWindow RECIPIENT = new SlidingWindow(2, Duration.ofHours(1));
    public static final SlidingWindow LOGINS_OF_ACCOUNT = new SlidingWindow(10, Duration.ofMinutes(15));
    public static final SlidingWindow SIGN_IN_MAILS = new SlidingWindow(2, Duration.ofHours(1));
    private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]{43})\\s");
    public static final Duration ACCESS_LIFE = Duration.ofMinutes(30);

    public final TurnableClock clock = new TurnableClock(Examples.NOW);
    public final InMemoryStores stores = new InMemoryStores();
    public final PlainHasher hasher = new PlainHasher();
    public final RefreshTokens refreshTokens =
            new RefreshTokens(MacKey.of("a secret that is long enough, 32 bytes", "refresh"));
    public final InMemoryPhotoStore photos = new InMemoryPhotoStore(clock);
    public final DeviceTokens deviceTokens =
            new DeviceTokens(MacKey.of("a secret that is long enough, 32 bytes", "device"), clock);
    private final RandomGenerator random = new Random(7);
    private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(clock);
    private final Throttle accountsThrottle = new Throttle(limiter, ACCOUNTS);
    private final PlainAccessTokens accessTokens = new PlainAccessTokens(clock);
    private final IssueTokens issueTokens = new IssueTokens(
            accessTokens, refreshTokens, deviceTokens, RotationPolicy.DEFAULT, ACCESS_LIFE, clock, random);
    private final NewSignInMail newSignIn =
            new NewSignInMail(new Throttle(limiter, SIGN_IN_MAILS), URI.create("https://shop.example"), random);

    public final Register register = new Register(
            stores.accounts(),
            stores.users(),
            hasher,
            accountsThrottle,
            issueTokens,
            PlanLimits.DEFAULT,
            URI.create("https://shop.example"),
            clock,
            random);
    public final VerifyEmail verifyEmail = new VerifyEmail(
            stores.accounts(), stores.users(), accountsThrottle, URI.create("https://shop.example"), clock, random);
    private final CheckPassword checkPassword = new CheckPassword(stores.users(), hasher);
    public final LogIn logIn = new LogIn(
            stores.users(),
            checkPassword,
            new LoginLimits(new Throttle(limiter, LOGINS), new Throttle(limiter, LOGINS_OF_ACCOUNT)),
            deviceTokens,
            new OpenSession(stores.sessions(), issueTokens, newSignIn),
            stores.audit(),
            clock);
    private final EndedSessions ended = aNodeThatHearsNobody();
    private final AccountMails mails = new AccountMails(URI.create("https://shop.example"), clock, random);
    private final MailCap recipient = new MailCap(new Throttle(limiter, RECIPIENT));
    private final ConfirmPassword confirm =
            new ConfirmPassword(checkPassword, stores.audit(), new Throttle(limiter, LOGINS), clock);
    public final ForgotPassword forgotPassword = forgotPassword(stores.users(), Runnable::run);
    public final ResetPassword resetPassword =
            new ResetPassword(stores.credentials(), stores.users(), hasher, mails, clock);
    public final ChangePassword changePassword =
            new ChangePassword(stores.credentials(), stores.users(), confirm, hasher, mails, clock);
    public final ChangeEmail changeEmail = new ChangeEmail(
            stores.accounts(),
            stores.credentials(),
            stores.users(),
            new ChangeEmail.Guards(confirm, recipient),
            mails,
            clock);
    public final ClearClosedAccounts clearing = clearing(photos);
    public final CloseAccount closeAccount = closeAccount(clearing);
    public final RefreshSession refresh =
            new RefreshSession(refreshTokens, stores.sessions(), RotationPolicy.DEFAULT, ended, issueTokens, clock);
    public final LogOut logOut = new LogOut(refreshTokens, stores.sessions(), RotationPolicy.DEFAULT, ended, clock);
    public final ListSessions listSessions = new ListSessions(stores.sessions(), RotationPolicy.DEFAULT, clock);
    public final Authenticate authenticate = new Authenticate(accessTokens, ended);

    private EndedSessions aNodeThatHearsNobody() {
        EndedSessions known = new EndedSessions(stores.sessions(), ACCESS_LIFE, clock);
        known.refresh();
        return known;
    }

    /** Who calls, as another node sees it that has just looked. */
    public Authenticate onAnotherNode() {
        return new Authenticate(accessTokens, aNodeThatHearsNobody());
    }

    /** One that looks up in these, when this executor does it. */
    public ForgotPassword forgotPassword(UserStore users, Executor afterwards) {
        ForgotPassword.Limits limits = new ForgotPassword.Limits(accountsThrottle, recipient);
        return new ForgotPassword(users, stores.accounts(), mails, limits, afterwards, clock);
    }

    public ClearClosedAccounts clearing(PhotoStore kept) {
        return new ClearClosedAccounts(stores.closedAccounts(), new RemoveAllPhotos(stores.jobs(), kept), clock);
    }

    public CloseAccount closeAccount(ClearClosedAccounts clear) {
        return new CloseAccount(stores.users(), stores.sessions(), confirm, stores.closedAccounts(), clear, clock);
    }

    /** Ann's account, opened with {@link #PASSWORD} on her phone. */
    public Tokens anAccount() {
        return anAccountOf(AccountExamples.ANNS_ADDRESS.value());
    }

    /** Another one like it. */
    public Tokens anAccountOf(String email) {
        return register.register(email, PASSWORD, Optional.empty(), AccountExamples.PHONE, new RegisterAnswer())
                .orElseThrow();
    }

    public User ann() {
        return user(AccountExamples.ANNS_ADDRESS);
    }

    /** Whom Ann's access token stands for. */
    public Caller caller(Tokens tokens) {
        return authenticate.caller(tokens.access()).orElseThrow();
    }

    public User user(EmailAddress email) {
        return stores.users().find(email).orElseThrow();
    }

    /** Newest first. */
    public List<AuditEntry> recorded() {
        return stores.audit().newest(1_000);
    }

    /** Those that were written since the last time. */
    public List<Mail> newMails() {
        return stores.outbox().take(1_000, Duration.ofDays(9), clock.instant()).stream()
                .map(MailOutbox.Waiting::mail)
                .toList();
    }

    /** The token of the one link that the only new mail has. */
    public String mailedToken() {
        List<Mail> mails = newMails();
        if (mails.size() != 1) {
            throw new AssertionError("mails: " + mails);
        }
        Matcher token = TOKEN.matcher(mails.get(0).text());
        if (!token.find()) {
            throw new AssertionError("no link in " + mails);
        }
        return token.group(1);
    }

    private static final class RegisterAnswer implements Register.Answers<Optional<Tokens>> {
        @Override
        public Optional<Tokens> registered(Tokens tokens) {
            return Optional.of(tokens);
        }

        @Override
        public Optional<Tokens> taken() {
            return Optional.empty();
        }

        @Override
        public Optional<Tokens> invalid(List<Complaint> complaints) {
            return Optional.empty();
        }

        @Override
        public Optional<Tokens> tooMany(Duration retryAfter) {
            return Optional.empty();
        }
    }
}
