package io.productsnap.core.audit;

import java.util.List;

/**
 * A page of the audit log, newest first.
 *
 * @param more whether there are older ones
 */
public record AuditPage(List<AuditLog.Line> lines, boolean more) {

    public AuditPage {
        lines = List.copyOf(lines);
    }

    /** @param found the lines of the page, and one more if there is one */
    public static AuditPage of(List<AuditLog.Line> found, int limit) {
        return new AuditPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }
}
