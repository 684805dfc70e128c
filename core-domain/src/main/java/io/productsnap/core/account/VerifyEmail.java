package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.LinkToken;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Lets owners prove that an address is theirs, by a link that is mailed to it. */
public final class VerifyEmail {

    private final AccountStore accounts;
    private final UserStore users;
    private final Throttle throttle;
    private final AccountMails mails;
    private final Clock clock;

    /**
     * @param throttle how many mails one client may ask for
     * @param random a cryptographically strong one
     */
    public VerifyEmail(
            AccountStore accounts,
            UserStore users,
            Throttle throttle,
            URI frontEnd,
            Clock clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.users = users;
        this.throttle = throttle;
        this.mails = new AccountMails(frontEnd, clock, random);
        this.clock = clock;
    }

    /** @return whether the token was good; it is spent then */
    public boolean verify(String token, Client client) {
        return LinkToken.sent(token)
                .map(sent -> accounts.verifyEmail(sent.hash(), client, clock.instant()))
                .orElse(false);
    }

    /** What can come of asking for another link. */
    public interface Answers<T> {
        T sent();

        T alreadyVerified();

        T tooMany(Duration retryAfter);
    }

    /**
     * Mails another link, which voids the one before.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    public <T> T resend(UserId id, Client client, Answers<T> answers) {
        User user = users.get(id);
        if (user.standing().emailVerified()) {
            return answers.alreadyVerified();
        }
        return throttle.take("resend:" + client.network())
                .fold(
                        place -> {
                            LinkMail again = mails.verifyEmail(id, user.email());
                            accounts.sendLink(
                                    again.link(),
                                    again.mail(),
                                    AuditEntry.done(clock.instant(), id, "email.verify-ask", client));
                            return answers.sent();
                        },
                        refused -> answers.tooMany(refused.retryAfter()));
    }
}
