package io.productsnap.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.limit.RateLimiter.Admission;
import io.productsnap.core.limit.RateLimiter.Refused;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.policy.SlidingWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link RateLimiter} must do. */
public interface RateLimiterContract {

    /** In these tests, no time passes that matters to so long a window. */
    Duration LONG = Duration.ofMinutes(10);

    /** Empty for each test. */
    RateLimiter limiter();

    /**
     * A window that a test can wait out: a minute where the clock can be turned, a second or two where it cannot. Twice in
     * a test half of it passes, and the calls between have to fit into the other half.
     */
    Duration aWhile();

    /** Turns the limiter's clock, or returns once so much time has passed by it, and no more than needed. */
    void pass(Duration time);

    private Admission take(String key, int count, Duration per) {
        return limiter().take(key, new SlidingWindow(count, per));
    }

    private int admitted(int tries, String key, int count, Duration per) {
        int admitted = 0;
        for (int i = 0; i < tries; i++) {
            admitted += take(key, count, per) instanceof Taken ? 1 : 0;
        }
        return admitted;
    }

    private Taken taken(String key, int count) {
        return assertInstanceOf(Taken.class, take(key, count, LONG));
    }

    private Refused refused(String key, int count, Duration per) {
        return assertInstanceOf(Refused.class, take(key, count, per));
    }

    @Test
    default void asManyAreAdmittedAsTheWindowHolds() {
        assertEquals(5, admitted(20, "login:ann", 5, LONG));
    }

    @Test
    default void keysAreSeparate() {
        assertEquals(1, admitted(3, "login:ann", 1, LONG));

        assertEquals(1, admitted(3, "login:bob", 1, LONG));
        assertEquals(1, admitted(3, "register:ann", 1, LONG));
    }

    @Test
    default void everyPlaceHasATicketOfItsOwn() {
        assertNotEquals(taken("key", 5).ticket(), taken("key", 5).ticket());
    }

    @Test
    default void fiftyAtOnceAreAdmittedExactly() {
        List<Admission> admissions = AtOnce.times(50, thread -> take("login:ann", 5, LONG));

        assertEquals(5, admissions.stream().filter(Taken.class::isInstance).count());
        assertEquals(0, admitted(10, "login:ann", 5, LONG));
    }

    @Test
    default void aPlaceThatIsGivenBackIsFree() {
        Taken place = taken("key", 2);
        taken("key", 2);

        limiter().giveBack(place);

        assertEquals(1, admitted(5, "key", 2, LONG));
    }

    @Test
    default void givenBackTwiceIsGivenBackOnce() {
        Taken place = taken("key", 3);
        taken("key", 3);
        taken("key", 3);

        limiter().giveBack(place);
        limiter().giveBack(place);

        assertEquals(1, admitted(5, "key", 3, LONG));
    }

    @Test
    default void aPlaceGivenBackAtOnceByManyIsOnePlace() {
        Taken place = taken("key", 2);
        taken("key", 2);

        AtOnce.times(10, thread -> {
            limiter().giveBack(place);
            return thread;
        });

        assertEquals(1, admitted(5, "key", 2, LONG));
    }

    @Test
    default void aPlaceThatNobodyTookGivesNothingBack() {
        taken("key", 1);

        limiter().giveBack(new Taken("key", "no such ticket"));
        limiter().giveBack(new Taken("no such key", "1"));

        assertEquals(0, admitted(5, "key", 1, LONG));
    }

    @Test
    default void theWaitIsPositiveAndNoLongerThanTheWindow() {
        taken("key", 1);

        Duration wait = refused("key", 1, LONG).retryAfter();

        assertTrue(wait.compareTo(Duration.ZERO) > 0, "wait: " + wait);
        assertTrue(wait.compareTo(LONG) <= 0, "wait: " + wait);
    }

    @Test
    default void afterTheWaitOnePlaceIsFreeAndNotBefore() {
        assertEquals(1, admitted(1, "key", 2, aWhile()));
        pass(aWhile().dividedBy(2));
        assertEquals(1, admitted(1, "key", 2, aWhile()));

        // The first place is older by half a window: its end is what counts, though another refusal comes between.
        Duration wait = refused("key", 2, aWhile()).retryAfter();
        assertTrue(wait.compareTo(aWhile().dividedBy(2)) <= 0, "wait: " + wait);
        pass(wait.dividedBy(4));
        Duration rest = refused("key", 2, aWhile()).retryAfter();
        assertTrue(rest.compareTo(wait) < 0, "wait: " + rest);
        pass(rest);

        assertEquals(1, admitted(5, "key", 2, aWhile()));
    }

    @Test
    default void noWindowHoldsTwiceItsCount() {
        assertEquals(2, admitted(5, "key", 2, aWhile()));
        pass(aWhile());
        assertEquals(2, admitted(5, "key", 2, aWhile()));
        pass(aWhile().dividedBy(2));

        assertEquals(0, admitted(5, "key", 2, aWhile()));
    }
}
