package io.productsnap.core.policy;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Time-ordered UUIDs (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits. Ids of later milliseconds
 * are greater, so a primary key grows at its right end and an id doubles as the order of creation.
 */
public final class UuidV7 {

    private UuidV7() {}

    public static UUID of(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
