package io.productsnap.core.account;

import io.productsnap.core.account.ConfirmPassword.Proof;
import io.productsnap.core.account.CredentialStore.EmailChange;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.user.LinkToken;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.util.Optional;

/** Gives people another address, once a link that was mailed to it came back. */
public final class ChangeEmail {

    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final UserStore users;
    private final Guards guards;
    private final AccountMails mails;
    private final Clock clock;

    /** What keeps strangers from misusing it. */
    public record Guards(ConfirmPassword confirm, MailCap recipient) {}

    public ChangeEmail(
            AccountStore accounts,
            CredentialStore credentials,
            UserStore users,
            Guards guards,
            AccountMails mails,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.users = users;
        this.guards = guards;
        this.mails = mails;
        this.clock = clock;
    }

    /** What can come of asking: whoever asks has an answer for each. */
    public interface Answers<T> extends ConfirmPassword.Refusals<T> {
        /** A mail is on its way, and nothing is changed yet. */
        T asked();

        T invalid(Complaint complaint);
    }

    /** What can come of following the link. */
    public interface Confirmations<T> {
        T changed();

        /** Somebody else has the address. */
        T taken();

        /** The link is unknown, spent, voided, or too old. */
        T badLink();
    }

    /**
     * Mails a link to the address that is wanted, which voids the one before. Whether somebody has that address already
     * is not looked up: whoever asks could tell it from the answer.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    public <T> T ask(UserId id, String wanted, String password, Client client, Answers<T> answers) {
        User user = users.get(id);
        Optional<EmailAddress> address = EmailAddress.parse(wanted);
        if (address.isEmpty()) {
            return answers.invalid(new Complaint("new_email", "This is not a mail address."));
        }
        if (address.get().equals(user.email())) {
            return answers.invalid(new Complaint("new_email", "This is your address already."));
        }
        return guards.confirm()
                .before(
                        () -> send(user, address.get(), client, answers),
                        new Proof(user, password, client, "email.change-ask"),
                        answers);
    }

    private <T> T send(User user, EmailAddress wanted, Client client, Answers<T> answers) {
        if (guards.recipient().allows(wanted)) {
            LinkMail mail = mails.changeEmail(user.id(), wanted);
            accounts.sendLink(
                    mail.link(), mail.mail(), AuditEntry.done(clock.instant(), user.id(), "email.change-ask", client));
        }
        return answers.asked();
    }

    /** Follows a link: the change is done, or is not to be. */
    public <T> T confirm(String token, Client client, Confirmations<T> answers) {
        return switch (change(token, client)) {
            case CHANGED -> answers.changed();
            case TAKEN -> answers.taken();
            case VOID -> answers.badLink();
        };
    }

    private EmailChange change(String token, Client client) {
        return LinkToken.sent(token).map(sent -> follow(sent.hash(), client)).orElse(EmailChange.VOID);
    }

    private EmailChange follow(String tokenHash, Client client) {
        // The mail goes to the address of this moment: any change of it voids the link.
        return credentials
                .find(tokenHash, Purpose.CHANGE_EMAIL, clock.instant())
                .map(OneTimeLink::user)
                .flatMap(users::find)
                .map(user -> credentials.changeEmail(
                        tokenHash,
                        mails.emailChanged(user.email(), client),
                        AuditEntry.done(clock.instant(), user.id(), "email.change", client)))
                .orElse(EmailChange.VOID);
    }
}
