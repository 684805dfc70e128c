package io.productsnap.persistence.postgres;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.audit.AuditPage;
import io.productsnap.core.audit.AuditQuery;
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
    public AuditPage page(AuditQuery query) {
        return transactions.statement(handle -> AuditRows.page(handle, query));
    }
}
