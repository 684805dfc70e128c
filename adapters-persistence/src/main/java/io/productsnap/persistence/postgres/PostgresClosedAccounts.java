package io.productsnap.persistence.postgres;

import io.productsnap.core.account.ClosedAccounts;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.User;
import java.util.List;
import javax.sql.DataSource;

/** Closed accounts in Postgres. Thread-safe. */
public final class PostgresClosedAccounts implements ClosedAccounts {

    private static final String CLOSE = """
        /* user_close */
        update productsnap.app_user
           set closed_at = :now, disabled = true, admin = false, email = :email, email_verified = false,
               password_hash = '', full_name = null, notify_on_completion = false
         where id = :id and closed_at is null
        """;

    private static final String CLOSED = """
        /* user_closed */
        select id, closed_at from productsnap.app_user where closed_at is not null order by closed_at, id
        """;

    private static final String FORGET = """
        /* user_forget */
        delete from productsnap.app_user where id = :id and closed_at is not null
        """;

    private final Transactions transactions;

    public PostgresClosedAccounts(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public boolean close(UserId user, AuditEntry entry) {
        return transactions.run(handle -> {
            boolean closed = handle.createUpdate(CLOSE)
                            .bind("id", user.value())
                            .bind("email", EmailAddress.ofNobody(user).value())
                            .bind("now", entry.at())
                            .execute()
                    == 1;
            if (closed) {
                SessionRows.endAll(handle, user, entry.at());
                LinkRows.voidAll(handle, user);
                AuditRows.append(handle, entry);
            }
            return closed;
        });
    }

    @Override
    public List<ClosedAccount> closed() {
        return transactions.statement(handle -> handle.createQuery(CLOSED)
                .map((row, context) ->
                        new ClosedAccount(new UserId(Columns.uuid(row, "id")), Columns.instant(row, "closed_at")))
                .list());
    }

    @Override
    public boolean forget(UserId user) {
        return transactions.run(handle -> {
            boolean forgotten =
                    handle.createUpdate(FORGET).bind("id", user.value()).execute() == 1;
            if (forgotten) {
                OwnerRows.forget(handle, User.owner(user));
            }
            return forgotten;
        });
    }
}
