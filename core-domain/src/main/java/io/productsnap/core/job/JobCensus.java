package io.productsnap.core.job;

import io.productsnap.core.policy.Unavailable;
import java.time.Instant;
import java.util.Map;

/** What there is over all owners, for whoever runs the place. Thread-safe; throws {@link Unavailable} as the store does. */
public interface JobCensus {

    /** The claims that hold at this moment, by owner, and since when. */
    Map<Owner, Map<Fence, Instant>> running();
}
