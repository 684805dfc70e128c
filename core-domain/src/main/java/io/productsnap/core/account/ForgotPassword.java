package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Mails a link by which a new password can be chosen. Whether the address has an account is looked up once the answer is
 * given: neither its words nor its time can tell.
 */
public final class ForgotPassword {

    private static final System.Logger LOG = System.getLogger(ForgotPassword.class.getName());

    private final UserStore users;
    private final AccountStore accounts;
    private final AccountMails mails;
    private final Limits limits;
    private final Executor afterwards;
    private final Clock clock;

    /**
     * How often one may ask.
     *
     * @param client how many mails one client may ask for
     * @param recipient how many one address gets
     */
    public record Limits(Throttle client, MailCap recipient) {}

    /** @param afterwards looks up and mails; bounded, and another thread than the caller's */
    public ForgotPassword(
            UserStore users,
            AccountStore accounts,
            AccountMails mails,
            Limits limits,
            Executor afterwards,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.mails = mails;
        this.limits = limits;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> {
        /** If anybody has the address, a mail is on its way. */
        T heard();

        T tooMany(Duration retryAfter);

        /** Too many others ask at this moment. */
        T busy();
    }

    public <T> T ask(EmailAddress email, Client client, Answers<T> answers) {
        return limits.client()
                .take("forgot:" + client.network())
                .fold(place -> hear(email, client, place, answers), full -> answers.tooMany(full.retryAfter()));
    }

    private <T> T hear(EmailAddress email, Client client, Taken place, Answers<T> answers) {
        try {
            afterwards.execute(() -> mail(email, client));
            return answers.heard();
        } catch (RejectedExecutionException full) {
            limits.client().giveBack(place);
            LOG.log(Level.WARNING, "too many forgotten passwords wait already; one more is turned away", full);
            return answers.busy();
        }
    }

    private void mail(EmailAddress email, Client client) {
        try {
            users.find(email)
                    .filter(user -> !user.standing().disabled())
                    .filter(user -> limits.recipient().allows(email))
                    .ifPresent(user -> mail(user, client));
        } catch (RuntimeException failed) {
            // Whoever asked was answered already, and asks again when no mail comes.
            LOG.log(Level.ERROR, "the mail for a forgotten password could not be written", failed);
        }
    }

    private void mail(User user, Client client) {
        LinkMail mail = mails.resetPassword(user.id(), user.email());
        accounts.sendLink(
                mail.link(), mail.mail(), AuditEntry.done(clock.instant(), user.id(), "password.forgot", client));
    }
}
