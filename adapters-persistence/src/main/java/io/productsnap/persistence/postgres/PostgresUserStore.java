package io.productsnap.persistence.postgres;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.util.Optional;
import javax.sql.DataSource;

/** The users in Postgres. Thread-safe. */
public final class PostgresUserStore implements UserStore {

    private static final String BY_ID = """
        /* user_by_id */
        select * from productsnap.app_user where id = :id
        """;

    private static final String BY_EMAIL = """
        /* user_by_email */
        select * from productsnap.app_user where email = :email
        """;

    private static final String UPDATE = """
        /* user_update */
        update productsnap.app_user set full_name = :name, notify_on_completion = :notify where id = :id
        """;

    private static final String REHASH = """
        /* user_rehash */
        update productsnap.app_user set password_hash = :to where id = :id and password_hash = :from
        """;

    private final Transactions transactions;

    public PostgresUserStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public Optional<User> find(UserId id) {
        return transactions.statement(handle -> handle.createQuery(BY_ID)
                .bind("id", id.value())
                .map(UserRows::read)
                .findOne());
    }

    @Override
    public Optional<User> find(EmailAddress email) {
        return transactions.statement(handle -> handle.createQuery(BY_EMAIL)
                .bind("email", email.value())
                .map(UserRows::read)
                .findOne());
    }

    @Override
    public boolean update(UserId id, Profile profile) {
        return transactions.statement(handle -> handle.createUpdate(UPDATE)
                        .bind("id", id.value())
                        .bind("name", profile.fullName())
                        .bind("notify", profile.notifyOnCompletion())
                        .execute()
                == 1);
    }

    @Override
    public boolean rehash(UserId id, String from, String to) {
        return transactions.statement(handle -> handle.createUpdate(REHASH)
                        .bind("id", id.value())
                        .bind("from", from)
                        .bind("to", to)
                        .execute()
                == 1);
    }
}
