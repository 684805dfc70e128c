package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import io.productsnap.core.session.RotationPolicy.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RotationPolicyTest {

    private static final RotationPolicy POLICY = RotationPolicy.DEFAULT;

    private static Session aSession(int generation, Instant lastUsedAt) {
        return new Session(
                new SessionId(anId()), aUserId(), PHONE, generation, NOW, lastUsedAt, NOW.plus(POLICY.absolute()));
    }

    private record Case(Session session, int presented, Instant now) {
        static Case draw(SplittableRandom random) {
            Instant lastUsed =
                    NOW.plusSeconds(random.nextLong(Duration.ofDays(80).toSeconds()));
            long[] steps = {
                0,
                9,
                10,
                11,
                3_600,
                POLICY.idle().toSeconds() - 1,
                POLICY.idle().toSeconds()
            };
            return new Case(
                    aSession(random.nextInt(4), lastUsed),
                    random.nextInt(6),
                    lastUsed.plusSeconds(steps[random.nextInt(steps.length)]));
        }

        Decision decision() {
            return POLICY.decide(session, presented, now);
        }

        boolean isOver() {
            return !now.isBefore(POLICY.endOf(session));
        }
    }

    @Test
    void onlyThePresentGenerationOfALiveSessionIsRenewed() {
        ForAll.cases(
                Case::draw,
                drawn -> assertEquals(
                        !drawn.isOver() && drawn.presented() == drawn.session().generation(),
                        drawn.decision() == Decision.RENEW));
    }

    @Test
    void onlyTheOneBeforeIsRepeatedAndOnlyInTheGrace() {
        ForAll.cases(
                Case::draw,
                drawn -> assertEquals(
                        !drawn.isOver()
                                && drawn.presented() == drawn.session().generation() - 1
                                && Duration.between(drawn.session().lastUsedAt(), drawn.now())
                                                .compareTo(POLICY.grace())
                                        < 0,
                        drawn.decision() == Decision.REPEAT));
    }

    @Test
    void aTokenThatWasNeverGivenOutEndsNothing() {
        ForAll.cases(Case::draw, drawn -> {
            if (drawn.presented() > drawn.session().generation()) {
                assertEquals(Decision.REFUSE, drawn.decision());
            }
        });
    }

    @Test
    void whatIsOverIsRefusedWhateverIsPresented() {
        ForAll.cases(Case::draw, drawn -> {
            if (drawn.isOver()) {
                assertEquals(Decision.REFUSE, drawn.decision());
            }
        });
    }

    @Test
    void anOldTokenOfALiveSessionIsTheft() {
        assertEquals(Decision.REVOKE, POLICY.decide(aSession(2, NOW), 0, NOW));
        assertEquals(Decision.REVOKE, POLICY.decide(aSession(1, NOW), 0, NOW.plus(POLICY.grace())));
        assertEquals(
                Decision.REPEAT,
                POLICY.decide(aSession(1, NOW), 0, NOW.plus(POLICY.grace()).minusNanos(1)));
    }

    @Test
    void aSessionEndsWhenIdleAndAtItsAbsoluteEnd() {
        assertEquals(NOW.plus(POLICY.idle()), POLICY.endOf(aSession(0, NOW)));
        Instant late = NOW.plus(POLICY.absolute()).minusSeconds(1);
        assertEquals(NOW.plus(POLICY.absolute()), POLICY.endOf(aSession(9, late)));
        ForAll.cases(Case::draw, drawn -> {
            assertFalse(POLICY.endOf(drawn.session()).isAfter(drawn.session().expiresAt()));
            assertTrue(POLICY.endOf(drawn.session()).isAfter(drawn.session().lastUsedAt()));
        });
    }

    @Test
    void nonsenseIsRefused() {
        Duration day = Duration.ofDays(1);
        assertThrows(IllegalArgumentException.class, () -> new RotationPolicy(Duration.ZERO, day, day));
        assertThrows(IllegalArgumentException.class, () -> new RotationPolicy(day, Duration.ZERO, day));
        assertThrows(IllegalArgumentException.class, () -> new RotationPolicy(day, day, Duration.ZERO));
    }
}
