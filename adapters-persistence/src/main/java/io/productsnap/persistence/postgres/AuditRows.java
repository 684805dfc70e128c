package io.productsnap.persistence.postgres;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditEntry.Outcome;
import io.productsnap.core.audit.AuditLog.Line;
import io.productsnap.core.audit.AuditPage;
import io.productsnap.core.audit.AuditQuery;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code audit_log}. */
final class AuditRows {

    private static final String APPEND = """
        /* audit_append */
        insert into productsnap.audit_log (at, who, action, outcome, ip, device)
        values (:at, :who, :action, :outcome, :ip, :device)
        """;

    private static final String PAGE = """
        /* audit_page */
        select * from productsnap.audit_log where id < :before order by id desc limit :count
        """;

    private static final String PAGE_OF_ONE = """
        /* audit_page_of_one */
        select * from productsnap.audit_log where who = :who and id < :before order by id desc limit :count
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

    static AuditPage page(Handle handle, AuditQuery query) {
        Query sql = query.who()
                .map(who -> handle.createQuery(PAGE_OF_ONE).bind("who", who.value()))
                .orElseGet(() -> handle.createQuery(PAGE));
        List<Line> found = sql.bind("before", query.before().orElse(Long.MAX_VALUE))
                .bind("count", query.limit() + 1L)
                .map(AuditRows::read)
                .list();
        return AuditPage.of(found, query.limit());
    }

    private static Line read(ResultSet row, StatementContext context) throws SQLException {
        AuditEntry entry = new AuditEntry(
                Columns.instant(row, "at"),
                Columns.optionalUuid(row, "who").map(UserId::new),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                new Client(row.getString("ip"), row.getString("device")));
        return new Line(row.getLong("id"), entry);
    }
}
