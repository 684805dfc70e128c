package io.productsnap.persistence.postgres;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** The table {@code app_user}. */
final class UserRows {

    // The constraint is named: another conflict, of ids say, is a fault and not an answer.
    private static final String INSERT = """
        /* user_insert */
        insert into productsnap.app_user
               (id, email, password_hash, full_name, notify_on_completion, email_verified, admin, disabled, created_at)
        values (:id, :email, :hash, :name, :notify, :verified, :admin, :disabled, :created)
        on conflict on constraint app_user_email_is_taken do nothing
        """;

    private UserRows() {}

    /** @return false when the address is taken */
    static boolean insert(Handle handle, User user) {
        return handle.createUpdate(INSERT)
                        .bind("id", user.id().value())
                        .bind("email", user.email().value())
                        .bind("hash", user.passwordHash())
                        .bind("name", user.profile().fullName())
                        .bind("notify", user.profile().notifyOnCompletion())
                        .bind("verified", user.standing().emailVerified())
                        .bind("admin", user.standing().admin())
                        .bind("disabled", user.standing().disabled())
                        .bind("created", user.createdAt())
                        .execute()
                == 1;
    }

    /** Whether the address that was to be written is another user's. */
    static boolean isTakenAddress(UnableToExecuteStatementException failed) {
        return failed.getCause() instanceof PSQLException cause
                && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState())
                && Optional.ofNullable(cause.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter("app_user_email_is_taken"::equals)
                        .isPresent();
    }

    static User read(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                new UserId(Columns.uuid(row, "id")),
                new EmailAddress(row.getString("email")),
                row.getString("password_hash"),
                new Profile(Optional.ofNullable(row.getString("full_name")), row.getBoolean("notify_on_completion")),
                new Standing(row.getBoolean("email_verified"), row.getBoolean("admin"), row.getBoolean("disabled")),
                Columns.instant(row, "created_at"));
    }
}
