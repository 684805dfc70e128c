package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.user.User;
import java.util.List;
import java.util.Optional;

/** Lets somebody in who has shown who it is. */
public final class OpenSession {

    private final SessionStore sessions;
    private final IssueTokens tokens;
    private final NewSignInMail newSignIn;

    public OpenSession(SessionStore sessions, IssueTokens tokens, NewSignInMail newSignIn) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.newSignIn = newSignIn;
    }

    /**
     * Opens a session, and tells the owner of the account if it does not know the device.
     *
     * @return empty when the account is shut
     */
    public Optional<Opened> open(User user, Client client, boolean deviceIsKnown) {
        if (user.standing().disabled()) {
            return Optional.empty();
        }
        Session session = tokens.begin(user.id(), client);
        Optional<Mail> mail = deviceIsKnown ? Optional.empty() : newSignIn.about(session, user);
        AuditEntry entry = AuditEntry.done(session.createdAt(), user.id(), "session.open", client);
        List<Mail> mails = mail.stream().toList();
        return sessions.open(session, entry, mails)
                ? Optional.of(new Opened(session, tokens.of(session)))
                : Optional.empty();
    }

    /** Shuts the door again behind somebody who should not have been let in. */
    void undo(Opened opened) {
        Session session = opened.session();
        sessions.end(
                session.user(),
                session.id(),
                AuditEntry.refused(session.createdAt(), Optional.of(session.user()), "session.open", session.client()));
    }

    /** A session that was opened, and what its client holds of it. */
    public record Opened(Session session, Tokens tokens) {}
}
