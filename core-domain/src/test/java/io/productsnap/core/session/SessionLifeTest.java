package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.standin.House.ACCESS_LIFE;
import static io.productsnap.core.standin.House.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AccountExamples;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.standin.House;
import io.productsnap.core.standin.PlainAccessTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From login to logout: refreshing, authenticating, ending. */
final class SessionLifeTest {

    private final House house = new House();
    private final Tokens first = house.anAccount();

    private Optional<Caller> caller(Tokens tokens) {
        return house.authenticate.caller(tokens.access());
    }

    private Tokens refresh(Tokens tokens) {
        return house.refresh.refresh(tokens.refresh(), PHONE).orElseThrow();
    }

    private boolean canRefresh(Tokens tokens) {
        return house.refresh.refresh(tokens.refresh(), PHONE).isPresent();
    }

    @Test
    void aFreshTokenTellsWhoCalls() {
        assertEquals(house.ann().id(), caller(first).orElseThrow().user());
    }

    @Test
    void whatNobodyIssuedTellsNobody() {
        assertEquals(Optional.empty(), house.authenticate.caller(""));
        assertEquals(Optional.empty(), house.authenticate.caller("access-99"));
    }

    @Test
    void anAccessTokenDiesAndARefreshedOneLives() {
        house.clock.turn(ACCESS_LIFE);
        assertEquals(Optional.empty(), caller(first));

        Tokens second = refresh(first);

        assertEquals(house.ann().id(), caller(second).orElseThrow().user());
        assertEquals(ACCESS_LIFE, second.accessLife());
        assertEquals(RotationPolicy.DEFAULT.idle(), second.refreshLife());
    }

    @Test
    void fiftyRefreshesAtOnceAllGetTheSameNextToken() {
        List<String> next = AtOnce.times(50, thread -> refresh(first).refresh());

        assertEquals(1, Set.copyOf(next).size());
        assertNotEquals(first.refresh(), next.get(0));
        assertTrue(house.refresh.refresh(next.get(0), PHONE).isPresent());
    }

    @Test
    void aStolenTokenEndsTheSessionForBothWhoHaveIt() {
        Tokens second = refresh(first);
        house.clock.turn(RotationPolicy.DEFAULT.grace());

        assertFalse(canRefresh(first));

        assertFalse(canRefresh(second));
        assertEquals(Optional.empty(), caller(second));
    }

    @Test
    void aForgedTokenEndsNothing() {
        String forged = first.refresh().replaceFirst("\\.0\\.", ".1.");
        refresh(first);

        assertEquals(Optional.empty(), house.refresh.refresh(forged, PHONE));
        assertEquals(Optional.empty(), house.refresh.refresh("", PHONE));

        assertTrue(caller(first).isPresent());
    }

    @Test
    void nearItsAbsoluteEndTokensLiveShorter() {
        Tokens tokens = first;
        for (int month = 0; month < 3; month++) {
            house.clock.turn(RotationPolicy.DEFAULT.idle().minusMinutes(5));
            tokens = refresh(tokens);
        }
        assertEquals(Duration.ofMinutes(15), tokens.accessLife());
        assertEquals(Duration.ofMinutes(15), tokens.refreshLife());

        house.clock.turn(Duration.ofMinutes(15));
        assertFalse(canRefresh(tokens));
        assertEquals(Optional.empty(), caller(tokens));
    }

    @Test
    void whoLogsOutIsOutAtOnce() {
        Caller caller = caller(first).orElseThrow();

        house.logOut.end(caller.user(), caller.session(), PHONE);

        assertEquals(Optional.empty(), caller(first));
        assertFalse(canRefresh(first));
        assertEquals(
                AuditEntry.done(house.clock.instant(), caller.user(), "session.end", PHONE),
                house.recorded().get(0));
    }

    @Test
    void aRefreshTokenLogsOutToo() {
        assertTrue(house.logOut.end(first.refresh(), PHONE));
        assertFalse(house.logOut.end(first.refresh(), PHONE));
        assertFalse(house.logOut.end("no token", PHONE));

        assertEquals(Optional.empty(), caller(first));
        assertEquals(2, house.recorded().size());
    }

    @Test
    void whoLogsOutIsOutOnEveryNodeThatLooks() {
        house.logOut.end(first.refresh(), PHONE);

        assertEquals(Optional.empty(), house.onAnotherNode().caller(first.access()));
    }

    @Test
    void whoLogsOutEverywhereIsOutEverywhere() {
        Tokens other = house.logIn.logIn(ANNS_ADDRESS, PASSWORD, new Visit(PHONE, Optional.empty()), new TheTokens());

        assertEquals(2, house.logOut.everywhere(house.ann().id(), PHONE));

        for (Tokens tokens : List.of(first, other)) {
            assertEquals(Optional.empty(), caller(tokens));
            assertFalse(canRefresh(tokens));
        }
        assertEquals(
                AuditEntry.done(house.clock.instant(), house.ann().id(), "session.end-all", PHONE),
                house.recorded().get(0));
    }

    @Test
    void nobodyIsAliveAfterALogoutAmidRefreshes() {
        for (int race = 0; race < 20; race++) {
            Tokens tokens =
                    house.logIn.logIn(ANNS_ADDRESS, PASSWORD, new Visit(PHONE, Optional.empty()), new TheTokens());
            Caller caller = caller(tokens).orElseThrow();

            List<Optional<Tokens>> refreshed = AtOnce.times(
                    8,
                    thread -> thread == 0
                            ? Optional.of(tokens).filter(t -> !house.logOut.end(caller.user(), caller.session(), PHONE))
                            : house.refresh.refresh(tokens.refresh(), PHONE));

            for (Tokens answered : refreshed.stream().flatMap(Optional::stream).toList()) {
                assertEquals(Optional.empty(), caller(answered));
                assertFalse(canRefresh(answered));
            }
        }
    }

    @Test
    void anotherPersonCannotEndOnes() {
        SessionId session = caller(first).orElseThrow().session();

        assertFalse(house.logOut.end(AccountExamples.aUserId(), session, PHONE));

        assertTrue(caller(first).isPresent());
        assertTrue(canRefresh(first));
    }

    @Test
    void whereOneIsLoggedInIsListedLastUsedFirst() {
        house.clock.turn(Duration.ofMinutes(1));
        Tokens second = house.logIn.logIn(ANNS_ADDRESS, PASSWORD, new Visit(PHONE, Optional.empty()), new TheTokens());
        house.clock.turn(Duration.ofMinutes(1));
        refresh(first);

        List<Session> sessions = house.listSessions.of(house.ann().id());

        assertEquals(
                List.of(
                        caller(first).orElseThrow().session(),
                        caller(second).orElseThrow().session()),
                sessions.stream().map(Session::id).toList());
        assertEquals(house.clock.instant(), sessions.get(0).lastUsedAt());
    }

    @Test
    void aSessionThatWasIdleForTooLongIsOver() {
        house.clock.turn(RotationPolicy.DEFAULT.idle());
        Tokens second = house.logIn.logIn(ANNS_ADDRESS, PASSWORD, new Visit(PHONE, Optional.empty()), new TheTokens());

        assertEquals(1, house.listSessions.of(house.ann().id()).size());
        assertFalse(canRefresh(first));
        assertFalse(house.logOut.end(first.refresh(), PHONE));
        assertEquals(1, house.logOut.everywhere(house.ann().id(), PHONE));
        assertEquals(Optional.empty(), caller(second));
    }

    @Test
    void anAccessTokenDoesNotOutliveASessionThatIsIdle() {
        RotationPolicy hasty =
                new RotationPolicy(Duration.ofMinutes(10), Duration.ofDays(1), RotationPolicy.DEFAULT.grace());
        IssueTokens issue = new IssueTokens(
                new PlainAccessTokens(house.clock),
                house.refreshTokens,
                house.deviceTokens,
                hasty,
                ACCESS_LIFE,
                house.clock,
                new SplittableRandom(7));

        Tokens tokens = issue.of(issue.begin(house.ann().id(), PHONE));

        assertEquals(hasty.idle(), tokens.accessLife());
    }

    @Test
    void oneDevicesLogoutIsNotAnothers() {
        Tokens other = house.logIn.logIn(ANNS_ADDRESS, PASSWORD, new Visit(PHONE, Optional.empty()), new TheTokens());

        house.logOut.end(first.refresh(), PHONE);

        assertTrue(caller(other).isPresent());
        assertTrue(canRefresh(other));
    }

    @Test
    void tokensDoNotShowThemselves() {
        assertEquals("Tokens", first.toString());
    }

    private static final class TheTokens implements LogIn.Answers<Tokens> {
        @Override
        public Tokens loggedIn(Tokens tokens) {
            return tokens;
        }

        @Override
        public Tokens wrong() {
            throw new AssertionError("wrong");
        }

        @Override
        public Tokens disabled() {
            throw new AssertionError("disabled");
        }

        @Override
        public Tokens tooMany(Duration retryAfter) {
            throw new AssertionError(retryAfter);
        }
    }
}
