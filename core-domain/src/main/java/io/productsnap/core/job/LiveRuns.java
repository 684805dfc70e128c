package io.productsnap.core.job;

import io.productsnap.core.policy.Unavailable;
import java.time.Instant;
import java.util.Map;

/**
 * The live view of what runs: quick to ask from anywhere, and never the truth. No claim is refused because of it. A run
 * that is not seen for a while drops out of it by itself, so a crash heals without anybody's doing.
 *
 * <p>Thread-safe.
 */
public interface LiveRuns {

    /** The run has begun, or goes on. Does not wait, and does not fail for want of a server. */
    void seen(Owner owner, Fence run);

    /** The run has ended; a second time is harmless. Does not wait, and does not fail for want of a server. */
    void ended(Owner owner, Fence run);

    /**
     * All that is in view, and when it was last seen.
     *
     * @throws Unavailable when the view cannot be reached
     */
    Map<Owner, Map<Fence, Instant>> inView();
}
