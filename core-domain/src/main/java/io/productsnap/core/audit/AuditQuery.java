package io.productsnap.core.audit;

import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Require;
import java.util.Optional;

/**
 * Which entries of the audit log to list, newest first.
 *
 * @param who only what concerns this person; all when empty
 * @param before only what is older than the line of this number; from the newest on when empty
 * @param limit at least 1
 */
public record AuditQuery(Optional<UserId> who, Optional<Long> before, int limit) {

    public AuditQuery {
        Require.atLeast(1, limit, "limit");
    }
}
