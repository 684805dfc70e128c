package io.productsnap.persistence.postgres;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditEntry.Outcome;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code audit_log}. */
final class AuditRows {

    private static final String APPEND = """
        /* audit_append */
        insert into productsnap.audit_log (at, who, action, outcome, ip, device)
        values (:at, :who, :action, :outcome, :ip, :device)
        """;

    private static final String NEWEST = """
        /* audit_newest */
        select * from productsnap.audit_log order by id desc limit :count
        """;

    private AuditRows() {}

    static int append(Handle handle, AuditEntry entry) {
        return handle.createUpdate(APPEND)
                .bind("at", entry.at())
                .bind("who", entry.who().map(UserId::value))
                .bind("action", entry.action())
                .bind("outcome", entry.outcome().name())
                .bind("ip", entry.from().ip())
                .bind("device", entry.from().device())
                .execute();
    }

    static List<AuditEntry> newest(Handle handle, int count) {
        return handle.createQuery(NEWEST)
                .bind("count", count)
                .map(AuditRows::read)
                .list();
    }

    private static AuditEntry read(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                Columns.instant(row, "at"),
                Columns.optionalUuid(row, "who").map(UserId::new),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                new Client(row.getString("ip"), row.getString("device")));
    }
}
