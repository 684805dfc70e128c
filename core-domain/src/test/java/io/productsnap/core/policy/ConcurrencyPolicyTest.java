package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ConcurrencyPolicyTest {

    private final ConcurrencyPolicy three = new ConcurrencyPolicy(3);

    @Test
    void thereIsRoomUpToTheCap() {
        assertEquals(3, three.room(0));
        assertEquals(1, three.room(2));
        assertEquals(0, three.room(3));
    }

    @Test
    void whatRunsAboveTheCapMakesNoDebt() {
        assertEquals(0, three.room(5));
    }

    @Test
    void withoutTermsThereIsAlwaysRoom() {
        assertTrue(ConcurrencyPolicy.UNLIMITED.room(1_000_000) > 1_000_000);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyPolicy(0));
        assertThrows(IllegalArgumentException.class, () -> three.room(-1));
    }

    @Test
    void theRoomIsNeverNegativeNeverAboveTheCapAndShrinksWithWhatRuns() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            ConcurrencyPolicy policy = new ConcurrencyPolicy(random.nextInt(1, Integer.MAX_VALUE));
            int running = random.nextInt(0, Integer.MAX_VALUE);
            int room = policy.room(running);

            assertTrue(room >= 0 && room <= policy.cap());
            assertTrue(policy.room(running + 1) <= room);
            assertTrue(room == 0 || running + room == policy.cap());
        }
    }
}
