package io.productsnap.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CapsHeldTest {

    private static Span seconds(long from, long to) {
        return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }

    @Test
    void runsThatOverlapAreCountedTogether() {
        assertEquals(3, CapsHeld.most(List.of(seconds(0, 10), seconds(2, 4), seconds(3, 6), seconds(5, 7))));
    }

    @Test
    void oneThatStartsAtTheEndOfAnotherIsNotBesideIt() {
        assertEquals(1, CapsHeld.most(List.of(seconds(0, 2), seconds(2, 4))));
    }

    @Test
    void whatHasNotEndedCountsForEver() {
        Span open = new Span(Instant.ofEpochSecond(1), Instant.MAX);

        assertEquals(2, CapsHeld.most(List.of(open, seconds(100, 101))));
    }

    @Test
    void nothingIsNone() {
        assertEquals(0, CapsHeld.most(List.of()));
    }
}
