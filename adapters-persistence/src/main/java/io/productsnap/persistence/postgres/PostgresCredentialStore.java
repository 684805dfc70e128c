package io.productsnap.persistence.postgres;

import io.productsnap.core.account.CredentialStore;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Passwords and addresses in Postgres. Thread-safe. */
public final class PostgresCredentialStore implements CredentialStore {

    private static final String RESET = """
        /* user_reset_password */
        update productsnap.app_user set password_hash = :hash, email_verified = true where id = :id
        """;

    // The hash that was found right is asked for again: somebody else may have changed the password meanwhile, to keep
    // out whoever knows the old one.
    private static final String CHANGE = """
        /* user_change_password */
        update productsnap.app_user set password_hash = :after where id = :id and password_hash = :before
        """;

    private static final String CHANGE_EMAIL = """
        /* user_change_email */
        update productsnap.app_user set email = :email, email_verified = true where id = :id
        """;

    private final Transactions transactions;

    public PostgresCredentialStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public Optional<OneTimeLink> find(String tokenHash, Purpose purpose, Instant now) {
        return transactions.statement(handle -> LinkRows.find(handle, tokenHash, purpose, now));
    }

    @Override
    public boolean reset(String tokenHash, String passwordHash, Mail mail, AuditEntry entry) {
        return transactions.run(handle -> {
            Optional<UserId> user = LinkRows.spend(handle, tokenHash, Purpose.RESET_PASSWORD, entry.at())
                    .map(OneTimeLink::user);
            user.ifPresent(id -> {
                handle.createUpdate(RESET)
                        .bind("id", id.value())
                        .bind("hash", passwordHash)
                        .execute();
                SessionRows.endAll(handle, id, entry.at());
                changed(handle, id, mail, entry);
            });
            return user.isPresent();
        });
    }

    @Override
    public boolean change(PasswordChange change) {
        return transactions.run(handle -> {
            boolean changed = handle.createUpdate(CHANGE)
                            .bind("id", change.user().value())
                            .bind("before", change.before())
                            .bind("after", change.after())
                            .execute()
                    == 1;
            if (changed) {
                SessionRows.endOthers(
                        handle, change.user(), change.present(), change.entry().at());
                changed(handle, change.user(), change.mail(), change.entry());
            }
            return changed;
        });
    }

    @Override
    public EmailChange changeEmail(String tokenHash, Mail mail, AuditEntry entry) {
        try {
            return transactions.run(handle -> LinkRows.spend(handle, tokenHash, Purpose.CHANGE_EMAIL, entry.at())
                    .flatMap(link ->
                            link.address().map(address -> changeEmail(handle, link.user(), address, mail, entry)))
                    .orElse(EmailChange.VOID));
        } catch (UnableToExecuteStatementException failed) {
            // Only the index can tell, of two who want one address at the same moment. All is rolled back: the link
            // too.
            if (UserRows.isTakenAddress(failed)) {
                return EmailChange.TAKEN;
            }
            throw failed;
        }
    }

    private static EmailChange changeEmail(
            Handle handle, UserId user, EmailAddress address, Mail mail, AuditEntry entry) {
        handle.createUpdate(CHANGE_EMAIL)
                .bind("id", user.value())
                .bind("email", address.value())
                .execute();
        changed(handle, user, mail, entry);
        return EmailChange.CHANGED;
    }

    /** What goes with every change: links that change either are void, and the owner is told. */
    private static void changed(Handle handle, UserId user, Mail mail, AuditEntry entry) {
        LinkRows.voidChanges(handle, user);
        MailRows.write(handle, mail);
        AuditRows.append(handle, entry);
    }
}
