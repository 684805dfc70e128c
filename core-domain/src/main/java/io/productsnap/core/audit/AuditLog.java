package io.productsnap.core.audit;

import java.util.List;
import java.util.Optional;

/**
 * What has happened, for those who must answer for it. What goes with a change is an argument of the store method that
 * makes the change, and is committed with it; {@link #append} is for what changes nothing else. Thread-safe.
 */
public interface AuditLog {

    void append(AuditEntry entry);

    /** The newest entries first. */
    default List<AuditEntry> newest(int count) {
        return page(new AuditQuery(Optional.empty(), Optional.empty(), count)).lines().stream()
                .map(Line::entry)
                .toList();
    }

    /** The entries that are asked for, newest first. */
    AuditPage page(AuditQuery query);

    /**
     * An entry in its place.
     *
     * @param number greater than those of all earlier entries
     */
    record Line(long number, AuditEntry entry) {}
}
