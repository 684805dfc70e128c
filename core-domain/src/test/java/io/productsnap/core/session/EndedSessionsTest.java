package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.Examples;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EndedSessionsTest {

    private static final Duration ACCESS_LIFE = Duration.ofMinutes(30);

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final InMemoryStores stores = new InMemoryStores();
    private final EndedSessions ended = new EndedSessions(stores.sessions(), ACCESS_LIFE, clock);

    /** One that another node has ended. */
    private SessionId aSessionEndedAt(Instant moment) {
        NewAccount account = anAccount().email(Examples.anId() + "@example.com").create();
        stores.accounts().register(account);
        SessionId session = account.session().id();
        stores.sessions()
                .end(
                        account.user().id(),
                        session,
                        AuditEntry.done(moment, account.user().id(), "session.end", PHONE));
        return session;
    }

    private SessionId aSessionEndedAgo(Duration time) {
        return aSessionEndedAt(clock.instant().minus(time));
    }

    @Test
    void beforeTheFirstLookNobodyCanBeLetIn() {
        SessionId session = new SessionId(Examples.anId());

        assertThrows(IllegalStateException.class, () -> ended.contains(session));

        ended.refresh();
        assertFalse(ended.contains(session));
    }

    @Test
    void theFirstLookGoesBackAsFarAsAccessTokensLive() {
        SessionId now = aSessionEndedAgo(Duration.ZERO);
        SessionId longAgo = aSessionEndedAgo(ACCESS_LIFE);
        SessionId longer = aSessionEndedAgo(ACCESS_LIFE.plusHours(1).plusMillis(1));

        ended.refresh();

        assertTrue(ended.contains(now));
        assertTrue(ended.contains(longAgo));
        assertFalse(ended.contains(longer));
    }

    @Test
    void whatWasCommittedLateIsFoundAllTheSame() {
        ended.refresh();
        SessionId late = aSessionEndedAgo(Duration.ofSeconds(59));

        ended.refresh();

        assertTrue(ended.contains(late));
    }

    @Test
    void whatItsNodeHasEndedIsDeadWithoutALook() {
        ended.refresh();
        SessionId session = new SessionId(Examples.anId());

        ended.add(session, clock.instant());

        assertTrue(ended.contains(session));
    }

    @Test
    void itIsRememberedAsLongAsAnAccessTokenMayLiveAndThenForgotten() {
        SessionId session = aSessionEndedAgo(Duration.ZERO);
        ended.refresh();

        clock.turn(ACCESS_LIFE);
        ended.refresh();
        assertTrue(ended.contains(session));

        clock.turn(Duration.ofHours(1).plusMillis(1));
        ended.refresh();
        assertFalse(ended.contains(session));
    }

    @Test
    void aNodeThatCouldNotLookForLongMissesNothing() {
        ended.refresh();
        SessionId session = aSessionEndedAgo(Duration.ZERO);
        clock.turn(Duration.ofMinutes(20));

        ended.refresh();

        assertTrue(ended.contains(session));
    }

    @Test
    void anAccessLifeIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> new EndedSessions(stores.sessions(), Duration.ZERO, clock));
    }
}
