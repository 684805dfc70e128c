package io.productsnap.persistence.postgres;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import java.util.List;
import javax.sql.DataSource;

/** The audit log in Postgres. Thread-safe. */
public final class PostgresAuditLog implements AuditLog {

    private final Transactions transactions;

    public PostgresAuditLog(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.statement(handle -> AuditRows.append(handle, entry));
    }

    @Override
    public List<AuditEntry> newest(int count) {
        return transactions.statement(handle -> AuditRows.newest(handle, count));
    }
}
