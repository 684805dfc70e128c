package io.productsnap.core.account;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.job.Allowance;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.payment.Plan;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.PasswordPolicy;
import io.productsnap.core.policy.UuidV7;
import io.productsnap.core.session.IssueTokens;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.Tokens;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens an account on the free plan, logs its owner in, and asks by mail whether the address is theirs. */
public final class Register {

    private final AccountStore accounts;
    private final UserStore users;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final IssueTokens tokens;
    private final PlanLimits limits;
    private final AccountMails mails;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param throttle how many accounts one client may try to open
     * @param frontEnd where the link in the mail leads
     * @param random a cryptographically strong one
     */
    public Register(
            AccountStore accounts,
            UserStore users,
            PasswordHasher hasher,
            Throttle throttle,
            IssueTokens tokens,
            PlanLimits limits,
            URI frontEnd,
            Clock clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.tokens = tokens;
        this.limits = limits;
        this.mails = new AccountMails(frontEnd, clock, random);
        this.clock = clock;
        this.random = random;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> {
        T registered(Tokens tokens);

        T taken();

        T invalid(List<Complaint> complaints);

        T tooMany(Duration retryAfter);
    }

    /**
     * Calls back with what came of it.
     *
     * @param fullName empty when none was given
     * @throws PasswordHasher.Busy when too many passwords are being hashed
     */
    public <T> T register(String email, String password, Optional<String> fullName, Client client, Answers<T> answers) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        List<Complaint> complaints = complaints(address, password, fullName);
        if (!complaints.isEmpty()) {
            return answers.invalid(complaints);
        }
        return throttle.take("register:" + client.network())
                .fold(
                        place -> open(address.orElseThrow(), password, fullName, client, answers),
                        refused -> answers.tooMany(refused.retryAfter()));
    }

    private static List<Complaint> complaints(
            Optional<EmailAddress> address, String password, Optional<String> fullName) {
        List<Complaint> complaints = new ArrayList<>();
        if (address.isEmpty()) {
            complaints.add(new Complaint("email", "This is not a mail address."));
        }
        PasswordPolicy.DEFAULT
                .complaint(password)
                .ifPresent(complaint -> complaints.add(new Complaint("password", complaint)));
        if (fullName.isPresent() && !Profile.isName(fullName.get())) {
            complaints.add(new Complaint("full_name", "A name is one line of 1 to 200 characters."));
        }
        return complaints;
    }

    private <T> T open(
            EmailAddress address, String password, Optional<String> fullName, Client client, Answers<T> answers) {
        if (users.find(address).isPresent()) {
            return answers.taken();
        }
        String hash = hasher.hash(password);
        Instant now = clock.instant();
        UserId id = new UserId(UuidV7.of(now, random));
        User user = new User(id, address, hash, new Profile(fullName, true), Standing.NEW, now);
        LinkMail verification = mails.verifyEmail(id, address);
        Session session = tokens.begin(id, client);
        boolean opened = accounts.register(new NewAccount(
                user,
                new Allowance.Lasting(limits.terms(Plan.FREE, now)),
                verification.link(),
                verification.mail(),
                session,
                AuditEntry.done(now, id, "account.open", client)));
        return opened ? answers.registered(tokens.of(session)) : answers.taken();
    }
}
