package io.productsnap.core.job;

import io.productsnap.core.policy.UuidV7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Which job: a time-ordered UUID, so that the order of ids is the order of submission. */
public record JobId(UUID value) {

    public static JobId next(Instant now, RandomGenerator random) {
        return new JobId(UuidV7.of(now, random));
    }

    /** @return the id that {@code text} spells; empty when it spells none */
    public static Optional<JobId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobId(UUID.fromString(text)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
