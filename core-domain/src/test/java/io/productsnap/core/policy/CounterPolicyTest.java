package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.CounterPolicy.Mend;
import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CounterPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant OLD = NOW.minusSeconds(30);
    private static final Instant YOUNG = NOW.minusSeconds(29);

    private final CounterPolicy policy = CounterPolicy.DEFAULT;

    private record Case(Map<Integer, Instant> live, Map<Integer, Instant> truth) {
        static Case draw(SplittableRandom random) {
            return new Case(members(random), members(random));
        }

        private static Map<Integer, Instant> members(SplittableRandom random) {
            Map<Integer, Instant> members = new HashMap<>();
            for (int count = random.nextInt(12); count > 0; count--) {
                members.put(random.nextInt(16), NOW.plusSeconds(10).minusSeconds(random.nextInt(80)));
            }
            return members;
        }

        boolean isOld(Map<Integer, Instant> members, int member) {
            return !members.getOrDefault(member, NOW).isAfter(OLD);
        }
    }

    @Test
    void whatIsMissingIsAddedAndWhatIsOverIsRemoved() {
        Mend<String> mend = policy.mend(Map.of("both", OLD, "over", OLD), Map.of("both", OLD, "missing", OLD), NOW);

        assertEquals(new Mend<>(Set.of("missing"), Set.of("over")), mend);
    }

    @Test
    void whatIsYoungMayBeOnItsWay() {
        assertTrue(policy.mend(Map.of("ending", YOUNG), Map.of("beginning", YOUNG), NOW)
                .isNothing());
    }

    @Test
    void whatIsMendedIsTheTruthButForTheYoung() {
        ForAll.cases(Case::draw, drawn -> {
            Mend<Integer> mend = policy.mend(drawn.live(), drawn.truth(), NOW);

            for (int member = 0; member < 16; member++) {
                boolean before = drawn.live().containsKey(member);
                boolean after = (before || mend.add().contains(member))
                        && !mend.remove().contains(member);
                boolean really = drawn.truth().containsKey(member);
                boolean young =
                        before ? !drawn.isOld(drawn.live(), member) : really && !drawn.isOld(drawn.truth(), member);
                assertEquals(young ? before : really, after, "member " + member);
            }
        });
    }

    @Test
    void aMendedViewNeedsNoMending() {
        ForAll.cases(Case::draw, drawn -> {
            Map<Integer, Instant> view = new HashMap<>(drawn.live());
            Mend<Integer> mend = policy.mend(view, drawn.truth(), NOW);
            mend.add().forEach(member -> view.put(member, NOW));
            view.keySet().removeAll(mend.remove());

            assertTrue(policy.mend(view, drawn.truth(), NOW).isNothing());
        });
    }

    @Test
    void withoutGraceThereIsNoPolicy() {
        assertThrows(IllegalArgumentException.class, () -> new CounterPolicy(Duration.ZERO));
    }
}
