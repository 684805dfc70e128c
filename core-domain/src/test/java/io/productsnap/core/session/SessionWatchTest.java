package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.standin.House.ACCESS_LIFE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.signal.Signals;
import io.productsnap.core.standin.House;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Another node than the one where somebody logs out. */
final class SessionWatchTest {

    private static final Signals DEAF = (topic, due) -> () -> {};

    private final House house = new House();
    private final Tokens tokens = house.anAccount();
    private final SessionId session =
            house.authenticate.caller(tokens.access()).orElseThrow().session();
    private final EndedSessions elsewhere = new EndedSessions(house.stores.sessions(), ACCESS_LIFE, house.clock);

    private long millisUntilDeadElsewhere() {
        long begin = System.nanoTime();
        house.logOut.end(tokens.refresh(), PHONE);
        Eventually.until(() -> elsewhere.contains(session));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    @Test
    void onceItHasStartedItKnows() {
        house.logOut.end(tokens.refresh(), PHONE);

        try (SessionWatch watch = new SessionWatch(elsewhere, house.stores.signals())) {
            watch.start();

            assertTrue(elsewhere.contains(session));
        }
    }

    @Test
    void aSignalMakesItLook() {
        try (SessionWatch watch = new SessionWatch(elsewhere, house.stores.signals())) {
            watch.start();
            assertFalse(elsewhere.contains(session));

            assertTrue(millisUntilDeadElsewhere() < 1_000);
        }
    }

    @Test
    void whileNoSignalsAreHeardItLooksEveryMoment() {
        try (SessionWatch watch = new SessionWatch(elsewhere, DEAF)) {
            watch.start();

            assertTrue(millisUntilDeadElsewhere() < 1_000);
        }
    }
}
