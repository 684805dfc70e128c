package io.productsnap.core.standin;

import io.productsnap.core.account.Register;
import io.productsnap.core.account.VerifyEmail;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AccountExamples;
import io.productsnap.core.contract.Examples;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.policy.SlidingWindow;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.EndedSessions;
import io.productsnap.core.session.IssueTokens;
import io.productsnap.core.session.ListSessions;
import io.productsnap.core.session.LogIn;
import io.productsnap.core.session.LogOut;
import io.productsnap.core.session.RefreshSession;
import io.productsnap.core.session.RefreshTokens;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Tokens;
import io.productsnap.core.user.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Everything about accounts and sessions, put together in memory. */
public final class House {

    public static final String PASSWORD = "correct horse";
    public static final SlidingWindow LOGINS = new SlidingWindow(5, Duration.ofMinutes(5));
    public static final SlidingWindow ACCOUNTS = new SlidingWindow(3, Duration.ofHours(1));
    public static final Duration ACCESS_LIFE = Duration.ofMinutes(30);

    public final TurnableClock clock = new TurnableClock(Examples.NOW);
    public final InMemoryStores stores = new InMemoryStores();
    public final PlainHasher hasher = new PlainHasher();
    public final RefreshTokens refreshTokens =
            new RefreshTokens(MacKey.of("a secret that is long enough, 32 bytes", "refresh"));
    private final RandomGenerator random = new Random(7);
    private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(clock);
    private final Throttle accountsThrottle = new Throttle(limiter, ACCOUNTS);
    private final PlainAccessTokens accessTokens = new PlainAccessTokens(clock);
    private final IssueTokens issueTokens =
            new IssueTokens(accessTokens, refreshTokens, RotationPolicy.DEFAULT, ACCESS_LIFE, clock, random);

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
    public final LogIn logIn = new LogIn(
            stores.users(),
            hasher,
            stores.sessions(),
            stores.audit(),
            new Throttle(limiter, LOGINS),
            issueTokens,
            clock);
    private final EndedSessions ended = aNodeThatHearsNobody();
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

    /** Ann's account, opened with {@link #PASSWORD} on her phone. */
    public Tokens anAccount() {
        return register.register(
                        AccountExamples.ANNS_ADDRESS.value(),
                        PASSWORD,
                        Optional.empty(),
                        AccountExamples.PHONE,
                        new RegisterAnswer())
                .orElseThrow();
    }

    public User ann() {
        return user(AccountExamples.ANNS_ADDRESS);
    }

    public User user(EmailAddress email) {
        return stores.users().find(email).orElseThrow();
    }

    /** Newest first. */
    public List<AuditEntry> recorded() {
        return stores.audit().newest(1_000);
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
