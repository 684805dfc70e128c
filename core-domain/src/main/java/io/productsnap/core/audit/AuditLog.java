package io.productsnap.core.audit;

import java.util.List;

/**
 * What has happened, for those who must answer for it. What goes with a change is an argument of the store method that
 * makes the change, and is committed with it; {@link #append} is for what changes nothing else. Thread-safe.
 */
public interface AuditLog {

    void append(AuditEntry entry);

    /** The newest entries first. */
    List<AuditEntry> newest(int count);
}
