package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.signal.Duties;
import io.productsnap.core.signal.Duties.Duty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What {@link Duties} must do. */
public interface DutiesContract {

    Duration EVERY = Duration.ofMinutes(5);
    Duration HOLD = Duration.ofMinutes(1);

    /** The duties as one process sees them; each call is another process. */
    Duties duties();

    private static Duty aDuty() {
        return new Duty("duty " + anId(), EVERY, HOLD);
    }

    private boolean isDue(Duty duty, Instant now) {
        AtomicInteger done = new AtomicInteger();
        boolean here = duties().perform(duty, now, done::incrementAndGet);
        assertEquals(here ? 1 : 0, done.get());
        return here;
    }

    @Test
    default void aDutyIsDoneOnceInItsPeriod() {
        Duty duty = aDuty();

        assertTrue(isDue(duty, NOW));
        assertFalse(isDue(duty, NOW));
        assertFalse(isDue(duty, NOW.plus(EVERY).minusMillis(1)));
        assertTrue(isDue(duty, NOW.plus(EVERY)));
        assertTrue(isDue(aDuty(), NOW));
    }

    @Test
    default void nobodyIsAtItBesides() {
        Duty duty = aDuty();

        duties().perform(duty, NOW, () -> assertFalse(isDue(duty, NOW.plus(HOLD).minusMillis(1))));
    }

    @Test
    default void whoIsAtItForTooLongIsTakenForDeadAndHasNoMoreSay() {
        Duty duty = aDuty();
        Instant later = NOW.plus(HOLD);

        duties().perform(duty, NOW, () -> assertTrue(isDue(duty, later)));

        assertFalse(isDue(duty, later.plus(EVERY).minusMillis(1)));
        assertTrue(isDue(duty, later.plus(EVERY)));
    }

    @Test
    default void whatFailedIsNotDone() {
        Duty duty = aDuty();
        IllegalStateException failure = new IllegalStateException("of a test");

        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> duties().perform(duty, NOW, () -> {
                            throw failure;
                        })));

        assertTrue(isDue(duty, NOW));
    }

    /** Does it, and leaves where to go on; @return where it began */
    private String goOn(Duty duty, Instant now, String next) {
        List<String> began = new ArrayList<>();
        assertTrue(duties().performFrom(duty, now, place -> {
            began.add(place);
            return next;
        }));
        return began.get(0);
    }

    @Test
    default void aTurnGoesOnWhereTheOneBeforeHasEnded() {
        Duty duty = aDuty();

        assertEquals("", goOn(duty, NOW, "m"));
        assertEquals("m", goOn(duty, NOW.plus(EVERY), "z"));
        assertEquals("", goOn(aDuty(), NOW, "m"));
        assertTrue(isDue(duty, NOW.plus(EVERY.multipliedBy(2))));
        assertEquals("z", goOn(duty, NOW.plus(EVERY.multipliedBy(3)), ""));
        assertEquals("", goOn(duty, NOW.plus(EVERY.multipliedBy(4)), "m"));
    }

    @Test
    default void aTurnThatFailedIsBegunAgain() {
        Duty duty = aDuty();
        goOn(duty, NOW, "m");
        Instant later = NOW.plus(EVERY);

        assertThrows(
                IllegalStateException.class,
                () -> duties().performFrom(duty, later, place -> {
                    throw new IllegalStateException("of a test");
                }));

        assertEquals("m", goOn(duty, later, "z"));
    }

    @Test
    default void whoIsTakenForDeadLeavesNoPlace() {
        Duty duty = aDuty();

        duties().performFrom(duty, NOW, place -> {
            goOn(duty, NOW.plus(HOLD), "others");
            return "mine";
        });

        assertEquals("others", goOn(duty, NOW.plus(HOLD).plus(EVERY), ""));
    }

    @Test
    default void ofManyAtOnceOneDoesIt() {
        Duty duty = aDuty();

        List<Boolean> done = AtOnce.times(16, thread -> isDue(duty, NOW));

        assertEquals(1, done.stream().filter(here -> here).count());
    }
}
