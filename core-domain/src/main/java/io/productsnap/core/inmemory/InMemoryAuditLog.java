package io.productsnap.core.inmemory;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An {@link AuditLog} in memory. Thread-safe. */
public final class InMemoryAuditLog implements AuditLog {

    private final InMemoryData data;

    public InMemoryAuditLog(InMemoryData data) {
        this.data = data;
    }

    @Override
    public void append(AuditEntry entry) {
        data.transaction(() -> data.audit.add(entry));
    }

    @Override
    public List<AuditEntry> newest(int count) {
        return data.transaction(() -> {
            List<AuditEntry> newestFirst = new ArrayList<>(data.audit);
            Collections.reverse(newestFirst);
            return List.copyOf(newestFirst.subList(0, Math.min(count, newestFirst.size())));
        });
    }
}
