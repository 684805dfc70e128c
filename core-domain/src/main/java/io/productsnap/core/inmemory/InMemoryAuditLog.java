package io.productsnap.core.inmemory;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.audit.AuditPage;
import io.productsnap.core.audit.AuditQuery;
import java.util.List;
import java.util.stream.LongStream;

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
    public AuditPage page(AuditQuery query) {
        return data.transaction(() -> {
            long end = Math.min(data.audit.size(), query.before().orElse(Long.MAX_VALUE) - 1);
            List<Line> found = LongStream.iterate(end, number -> number > 0, number -> number - 1)
                    .mapToObj(number -> new Line(number, data.audit.get(Math.toIntExact(number - 1))))
                    .filter(line -> query.who().isEmpty()
                            || query.who().equals(line.entry().who()))
                    .limit(query.limit() + 1L)
                    .toList();
            return AuditPage.of(found, query.limit());
        });
    }
}
