package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UuidV7Test {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Instant moment(SplittableRandom random) {
        return Instant.ofEpochMilli(random.nextLong(1L << 42));
    }

    @Test
    void versionAndVariantAreThoseOfTheRfc() {
        ForAll.cases(random -> UuidV7.of(moment(random), random), uuid -> {
            assertEquals(7, uuid.version());
            assertEquals(2, uuid.variant());
        });
    }

    @Test
    void theTimeCanBeReadBack() {
        ForAll.cases(random -> random, random -> {
            Instant moment = moment(random);
            UUID uuid = UuidV7.of(moment, random);

            assertEquals(moment.toEpochMilli(), uuid.getMostSignificantBits() >>> 16);
        });
    }

    @Test
    void laterMillisecondsHaveGreaterIdsAsValuesAndAsText() {
        ForAll.cases(random -> random, random -> {
            Instant moment = moment(random);
            UUID earlier = UuidV7.of(moment, random);
            UUID later = UuidV7.of(moment.plusMillis(1 + random.nextInt(1_000)), random);

            assertTrue(earlier.compareTo(later) < 0, earlier + " " + later);
            assertTrue(earlier.toString().compareTo(later.toString()) < 0, earlier + " " + later);
        });
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        SplittableRandom random = new SplittableRandom(1);
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(UuidV7.of(NOW, random));
        }

        assertEquals(10_000, ids.size());
    }

    @Test
    void everyRandomBitIsUsed() {
        UUID zeros = UuidV7.of(NOW, () -> 0L);
        UUID ones = UuidV7.of(NOW, () -> -1L);

        long differing = Long.bitCount(zeros.getMostSignificantBits() ^ ones.getMostSignificantBits())
                + (long) Long.bitCount(zeros.getLeastSignificantBits() ^ ones.getLeastSignificantBits());
        assertEquals(74, differing);
    }
}
