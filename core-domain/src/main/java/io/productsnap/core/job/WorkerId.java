package io.productsnap.core.job;

import io.productsnap.core.policy.UuidV7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Which worker: one life of one engine. A worker that was declared dead comes back under another id. */
public record WorkerId(UUID value) {

    public static WorkerId next(Instant now, RandomGenerator random) {
        return new WorkerId(UuidV7.of(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
