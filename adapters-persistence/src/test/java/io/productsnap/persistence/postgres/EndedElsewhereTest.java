package io.productsnap.persistence.postgres;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.contract.Eventually;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Unavailable;
import io.productsnap.core.session.EndedSessions;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database: a session that ends in one is dead in the other within a second. */
final class EndedElsewhereTest {

    private static final Duration ACCESS_LIFE = Duration.ofMinutes(30);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Database here = TestDatabase.emptied();
    private final Database there = TestDatabase.another();
    private final Line line = Line.to(TestDatabase.settings());
    private final PostgresSignals signals = new PostgresSignals(line);
    private final EndedSessions knownThere =
            new EndedSessions(new PostgresSessionStore(there.pooled()), ACCESS_LIFE, CLOCK);
    private final SessionWatch watch = new SessionWatch(knownThere, signals);
    private final PostgresSessionStore sessions = new PostgresSessionStore(here.pooled());
    private final UserId ann = someone();

    private UserId someone() {
        NewAccount account = anAccount().create();
        assertTrue(new PostgresAccountStore(here.pooled()).register(account));
        return account.user().id();
    }

    @BeforeEach
    void start() {
        signals.start();
        watch.start();
        Eventually.until(signals::isHeard);
    }

    @AfterEach
    void close() {
        watch.close();
        signals.close();
        there.close();
    }

    private List<Session> openSessions(int count) {
        List<Session> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Session session = aSession(ann);
            assertTrue(sessions.open(session, anEntry(ann, "session.open")));
            opened.add(session);
        }
        return opened;
    }

    /** From the moment when it had ended here. */
    private long millisUntilDeadThere(Session session) {
        assertFalse(knownThere.contains(session.id()));
        assertTrue(sessions.end(ann, session.id(), anEntry(ann, "session.end")));
        long ended = System.nanoTime();
        Eventually.until(() -> knownThere.contains(session.id()));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended);
    }

    private static void assertWithinASecond(long millis) {
        assertTrue(millis <= 1_000, "dead after " + millis + " ms");
    }

    @Test
    void twentyAreDeadWithinASecondOneAfterTheOther() {
        openSessions(20).forEach(session -> assertWithinASecond(millisUntilDeadThere(session)));
    }

    @Test
    void twentyAreDeadWithinASecondAtOnce() {
        List<Session> opened = openSessions(20);

        AtOnce.times(20, thread -> millisUntilDeadThere(opened.get(thread)))
                .forEach(EndedElsewhereTest::assertWithinASecond);
    }

    @Test
    void theyAreSoWhileSignalsAreCutOffAndAfterwards() {
        List<Session> opened = openSessions(12);
        line.cut(TestDatabase.jdbi(here.pooled()));

        opened.subList(0, 6).forEach(session -> assertWithinASecond(millisUntilDeadThere(session)));
        assertFalse(signals.isHeard());

        line.mend();
        opened.subList(6, 11).forEach(session -> assertWithinASecond(millisUntilDeadThere(session)));
        Eventually.until(signals::isHeard);
        assertWithinASecond(millisUntilDeadThere(opened.get(11)));
    }

    @Test
    void theyAreSoBehindAPooler() {
        PostgresSettings postgres = TestDatabase.settings();
        EndedSessions known = new EndedSessions(new PostgresSessionStore(there.pooled()), ACCESS_LIFE, CLOCK);
        try (StandInPooler pooler = new StandInPooler(postgres);
                Database throughIt = new Database(pooler.settings());
                PostgresSignals unheard = new PostgresSignals(throughIt.direct());
                SessionWatch patient = new SessionWatch(known, unheard)) {
            unheard.start();
            patient.start();
            Session session = openSessions(1).get(0);

            sessions.end(ann, session.id(), anEntry(ann, "session.end"));

            long ended = System.nanoTime();
            Eventually.until(() -> known.contains(session.id()));
            assertWithinASecond(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended));
            assertFalse(unheard.isHeard());
        }
    }

    @Test
    void aProcessThatStartsAfterwardsKnowsFromItsFirstMoment() {
        Session session = openSessions(1).get(0);
        sessions.end(ann, session.id(), anEntry(ann, "session.end"));
        EndedSessions known = new EndedSessions(new PostgresSessionStore(there.pooled()), ACCESS_LIFE, CLOCK);

        try (SessionWatch another = new SessionWatch(known, signals)) {
            another.start();

            assertTrue(known.contains(session.id()));
        }
    }

    @Test
    void aProcessThatCannotLookDoesNotStart() {
        PostgresSettings reachable = TestDatabase.settings();
        PostgresSettings nowhere = new PostgresSettings(
                reachable.host(),
                1,
                reachable.database(),
                reachable.user(),
                reachable.password(),
                Map.of(),
                2,
                Duration.ofMillis(300),
                Optional.empty());
        try (Database none = new Database(nowhere)) {
            EndedSessions unknown = new EndedSessions(new PostgresSessionStore(none.pooled()), ACCESS_LIFE, CLOCK);
            try (SessionWatch blind = new SessionWatch(unknown, signals)) {
                assertThrows(Unavailable.class, blind::start);
            }
            Session session = openSessions(1).get(0);
            assertThrows(IllegalStateException.class, () -> unknown.contains(session.id()));
        }
    }

    @Test
    void aTokenThatWasReplacedBeforeARestartEndsTheSessionAfterIt() {
        Session session = openSessions(1).get(0);
        sessions.rotate(session.id(), 0, RotationPolicy.DEFAULT, PHONE, NOW);
        sessions.rotate(session.id(), 1, RotationPolicy.DEFAULT, PHONE, NOW);
        try (Database afterwards = TestDatabase.another()) {
            PostgresSessionStore restarted = new PostgresSessionStore(afterwards.pooled());

            assertInstanceOf(
                    Rotation.Stolen.class, restarted.rotate(session.id(), 0, RotationPolicy.DEFAULT, PHONE, NOW));

            assertEquals(Optional.empty(), sessions.findLive(session.id(), NOW));
            Eventually.until(() -> knownThere.contains(session.id()));
        }
    }
}
