package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.OrphanPolicy.Found;
import io.productsnap.core.policy.OrphanPolicy.Work;
import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class OrphanPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant OLD = NOW.minus(OrphanPolicy.DEFAULT.grace());
    private static final Instant YOUNG = OLD.plusMillis(1);

    private final OrphanPolicy policy = OrphanPolicy.DEFAULT;

    private record Case(OrphanPolicy policy, Found file, Work work, Duration later) {
        static Case draw(SplittableRandom random) {
            return new Case(
                    new OrphanPolicy(hours(random)),
                    new Found(
                            random.nextInt(5),
                            NOW.plus(hours(random)).minus(hours(random).multipliedBy(2))),
                    new Work(random.nextInt(5), random.nextBoolean()),
                    hours(random));
        }

        private static Duration hours(SplittableRandom random) {
            return Duration.ofHours(1 + random.nextInt(50));
        }

        boolean isOrphan() {
            return policy.isOrphan(file, work, NOW);
        }
    }

    @Test
    void whatHasNoWorkIsAnOrphanAfterTheGrace() {
        assertTrue(policy.isOrphan(new Found(0, OLD), NOW));
        assertTrue(policy.isOrphan(new Found(7, OLD), NOW));
        assertFalse(policy.isOrphan(new Found(0, YOUNG), NOW));
        assertFalse(policy.isOrphan(new Found(7, YOUNG), NOW));
    }

    @Test
    void whatAnEarlierRunMadeIsAnOrphan() {
        assertTrue(policy.isOrphan(new Found(6, OLD), new Work(7, false), NOW));
        assertFalse(policy.isOrphan(new Found(6, YOUNG), new Work(7, false), NOW));
    }

    @Test
    void whatTheLastRunMadeIsOneOnlyWhenNothingCameOfIt() {
        assertFalse(policy.isOrphan(new Found(7, OLD), new Work(7, false), NOW));
        assertTrue(policy.isOrphan(new Found(7, OLD), new Work(7, true), NOW));
        assertTrue(policy.isOrphan(new Found(7, OLD), new Work(0, true), NOW));
        assertFalse(policy.isOrphan(new Found(7, YOUNG), new Work(7, true), NOW));
    }

    @Test
    void whatTheWorkWasBegunWithStaysAsLongAsTheWork() {
        ForAll.cases(
                Case::draw,
                drawn -> assertFalse(
                        drawn.policy().isOrphan(new Found(0, drawn.file().written()), drawn.work(), NOW)));
    }

    @Test
    void aRunThatTheWorkDoesNotKnowOfYetIsLeftAlone() {
        assertFalse(policy.isOrphan(new Found(8, OLD), new Work(7, false), NOW));
    }

    @Test
    void nothingYoungIsEverAnOrphan() {
        ForAll.cases(Case::draw, drawn -> {
            Instant lately = NOW.minus(drawn.policy().grace()).plusMillis(1);
            Found young = new Found(drawn.file().run(), lately);

            assertFalse(drawn.policy().isOrphan(young, NOW));
            assertFalse(drawn.policy().isOrphan(young, drawn.work(), NOW));
        });
    }

    @Test
    void anOrphanStaysOneWhateverTheWorkDoesNext() {
        ForAll.cases(Case::draw, drawn -> {
            if (drawn.isOrphan()) {
                Found file = drawn.file();
                Work work = drawn.work();
                Instant later = NOW.plus(drawn.later());
                // It is run again, or done again after it had failed; it fails; it is removed.
                long next = Math.max(file.run(), work.run()) + 1;
                assertTrue(drawn.policy().isOrphan(file, new Work(next, false), later));
                assertTrue(drawn.policy().isOrphan(file, new Work(work.run(), true), later));
                assertTrue(drawn.policy().isOrphan(file, later));
            }
        });
    }

    @Test
    void withoutGraceThereIsNoPolicy() {
        assertThrows(IllegalArgumentException.class, () -> new OrphanPolicy(Duration.ZERO));
    }
}
