package io.productsnap.persistence.postgres;

import io.productsnap.core.account.AccountStore;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.User;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Whole accounts in Postgres. Thread-safe. */
public final class PostgresAccountStore implements AccountStore {

    private static final String VERIFIED = """
        /* user_verified */
        update productsnap.app_user set email_verified = true where id = :id
        """;

    private static final String MAKE_ADMIN = """
        /* user_make_admin */
        update productsnap.app_user set admin = true where id = :id
        """;

    private static final String DISABLE = """
        /* user_disable */
        update productsnap.app_user set disabled = true where id = :id
        """;

    private static final String ENABLE = """
        /* user_enable */
        update productsnap.app_user set disabled = false where id = :id and closed_at is null
        """;

    private final Transactions transactions;

    public PostgresAccountStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public boolean register(NewAccount account) {
        return transactions.run(handle -> {
            User user = account.user();
            if (!UserRows.insert(handle, user)) {
                return false;
            }
            AllowanceRows.write(handle, User.owner(user.id()), account.allowance());
            LinkRows.replace(handle, account.link());
            MailRows.write(handle, account.mail());
            SessionRows.insert(handle, account.session());
            AuditRows.append(handle, account.entry());
            return true;
        });
    }

    @Override
    public void sendLink(OneTimeLink link, Mail mail, AuditEntry entry) {
        transactions.run(handle -> {
            LinkRows.replace(handle, link);
            MailRows.write(handle, mail);
            return AuditRows.append(handle, entry);
        });
    }

    @Override
    public boolean verifyEmail(String tokenHash, Client from, Instant now) {
        return transactions.run(handle -> {
            Optional<UserId> user =
                    LinkRows.spend(handle, tokenHash, Purpose.VERIFY_EMAIL, now).map(OneTimeLink::user);
            user.ifPresent(id -> change(handle, VERIFIED, id, AuditEntry.done(now, id, "email.verify", from)));
            return user.isPresent();
        });
    }

    @Override
    public int forgetExpiredLinks(Instant now) {
        return LinkRows.forget(transactions, now);
    }

    @Override
    public boolean makeAdmin(UserId user, AuditEntry entry) {
        return transactions.run(handle -> change(handle, MAKE_ADMIN, user, entry));
    }

    @Override
    public boolean disable(UserId user, AuditEntry entry) {
        return transactions.run(handle -> {
            boolean disabled = change(handle, DISABLE, user, entry);
            SessionRows.endAll(handle, user, entry.at());
            return disabled;
        });
    }

    @Override
    public boolean enable(UserId user, AuditEntry entry) {
        return transactions.run(handle -> change(handle, ENABLE, user, entry));
    }

    private static boolean change(Handle handle, String change, UserId user, AuditEntry entry) {
        boolean changed = handle.createUpdate(change).bind("id", user.value()).execute() == 1;
        if (changed) {
            AuditRows.append(handle, entry);
        }
        return changed;
    }
}
