package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.QuotaPolicy.Period;
import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class QuotaPolicyTest {

    private static final Instant EPOCH = Instant.parse("2019-01-01T00:00:00Z");
    private static final long TEN_YEARS = Duration.ofDays(3_653).toSeconds();

    private record Case(QuotaPolicy policy, Instant now) {
        static Case draw(SplittableRandom random) {
            Period period = random.nextInt(4) == 0 ? Period.DAY : Period.MONTH;
            Instant anchor = random.nextBoolean() ? monthEnd(random) : EPOCH.plusSeconds(random.nextLong(TEN_YEARS));
            QuotaPolicy policy = new QuotaPolicy(random.nextInt(100), period, anchor);
            // Moments near the edges are where it could go wrong.
            return new Case(
                    policy,
                    switch (random.nextInt(3)) {
                        case 0 -> EPOCH.plusSeconds(random.nextLong(TEN_YEARS));
                        case 1 -> anchor.plusSeconds(random.nextInt(-2, 3));
                        default -> edgeNear(policy, random).plusSeconds(random.nextInt(-1, 2));
                    });
        }

        private static Instant monthEnd(SplittableRandom random) {
            return YearMonth.of(2019 + random.nextInt(8), 1 + random.nextInt(12))
                    .atEndOfMonth()
                    .minusDays(random.nextInt(4))
                    .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                    .toInstant(ZoneOffset.UTC);
        }

        private static Instant edgeNear(QuotaPolicy policy, SplittableRandom random) {
            return naiveStarts(policy).get(random.nextInt(30));
        }

        boolean isBeforeAnchor() {
            return now.isBefore(policy.anchor());
        }
    }

    /** The first starts of periods, by counting months and days on the fingers. */
    private static List<Instant> naiveStarts(QuotaPolicy policy) {
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime anchor = policy.anchor().atZone(ZoneOffset.UTC);
        YearMonth month = YearMonth.from(anchor);
        for (int i = 0; i < 140; i++) {
            if (policy.period() == Period.DAY) {
                starts.add(policy.anchor().plusSeconds(86_400L * i));
            } else {
                int day = Math.min(anchor.getDayOfMonth(), month.lengthOfMonth());
                starts.add(month.atDay(day).atTime(anchor.toLocalTime()).toInstant(ZoneOffset.UTC));
                month = month.getMonthValue() == 12
                        ? YearMonth.of(month.getYear() + 1, 1)
                        : YearMonth.of(month.getYear(), month.getMonthValue() + 1);
            }
        }
        return starts;
    }

    @Test
    void nowLiesInItsPeriod() {
        ForAll.cases(Case::draw, drawn -> {
            Instant start = drawn.policy().periodStart(drawn.now());
            Instant next = drawn.policy().nextPeriod(drawn.now()).orElseThrow();

            assertTrue(start.isBefore(next));
            assertTrue(drawn.now().isBefore(next), "next: " + next);
            assertEquals(drawn.isBeforeAnchor(), start.isAfter(drawn.now()), "start: " + start);
        });
    }

    @Test
    void beforeTheAnchorTheFirstPeriodCounts() {
        ForAll.cases(Case::draw, drawn -> {
            if (drawn.isBeforeAnchor()) {
                assertEquals(drawn.policy().anchor(), drawn.policy().periodStart(drawn.now()));
            }
        });
    }

    @Test
    void oneWhoCountsOnTheFingersFindsTheSamePeriod() {
        ForAll.cases(Case::draw, drawn -> {
            List<Instant> starts = naiveStarts(drawn.policy());
            List<Instant> begun =
                    starts.stream().filter(start -> !start.isAfter(drawn.now())).toList();
            if (!begun.isEmpty() && begun.size() < starts.size()) {
                assertEquals(begun.get(begun.size() - 1), drawn.policy().periodStart(drawn.now()));
                assertEquals(
                        Optional.of(starts.get(begun.size())), drawn.policy().nextPeriod(drawn.now()));
            }
        });
    }

    @Test
    void aPeriodEndsWhereTheNextBegins() {
        ForAll.cases(Case::draw, drawn -> {
            Instant next = drawn.policy().nextPeriod(drawn.now()).orElseThrow();

            assertEquals(next, drawn.policy().periodStart(next));
            if (!drawn.isBeforeAnchor()) {
                assertEquals(
                        drawn.policy().periodStart(drawn.now()), drawn.policy().periodStart(next.minusNanos(1)));
            }
        });
    }

    @Test
    void laterMomentsHaveNoEarlierPeriods() {
        ForAll.cases(Case::draw, drawn -> {
            Instant later = drawn.now().plusSeconds(Math.floorMod(drawn.hashCode(), 9_000_000));

            assertFalse(
                    drawn.policy().periodStart(later).isBefore(drawn.policy().periodStart(drawn.now())));
        });
    }

    @Test
    void monthsAreCountedFromTheAnchorItself() {
        assertEquals("2027-02-28T10:00:00Z", startOf("2027-01-31T10:00:00Z", "2027-03-31T09:59:59Z"));
        assertEquals("2027-03-31T10:00:00Z", startOf("2027-01-31T10:00:00Z", "2027-03-31T10:00:00Z"));
        assertEquals("2028-02-29T10:00:00Z", startOf("2027-01-31T10:00:00Z", "2028-02-29T10:00:00Z"));
        assertEquals("2028-01-31T10:00:00Z", startOf("2027-01-31T10:00:00Z", "2028-02-29T09:59:59Z"));
        assertEquals("2027-02-28T00:00:00Z", startOf("2027-01-29T00:00:00Z", "2027-03-28T23:59:59Z"));
        assertEquals("2027-02-28T00:00:00Z", startOf("2024-02-29T00:00:00Z", "2027-03-28T23:59:59Z"));
    }

    private static String startOf(String anchor, String now) {
        return new QuotaPolicy(1, Period.MONTH, Instant.parse(anchor))
                .periodStart(Instant.parse(now))
                .toString();
    }

    @Test
    void noSummerTimeMovesAnEdge() {
        Instant anchor = Instant.parse("2027-03-15T01:30:00Z");
        QuotaPolicy daily = new QuotaPolicy(1, Period.DAY, anchor);

        assertEquals(Instant.parse("2027-03-28T01:30:00Z"), daily.periodStart(Instant.parse("2027-03-29T01:29:59Z")));
        assertEquals("2027-11-15T01:30:00Z", startOf(anchor.toString(), "2027-11-20T00:00:00Z"));
    }

    @Test
    void aTotalQuotaIsOnePeriodForEver() {
        Instant anchor = Instant.parse("2027-01-31T10:00:00Z");
        QuotaPolicy total = new QuotaPolicy(5, Period.TOTAL, anchor);
        Instant muchLater = anchor.plus(Duration.ofDays(100_000));

        assertEquals(anchor, total.periodStart(muchLater));
        assertEquals(Optional.empty(), total.nextPeriod(muchLater));
        assertEquals(3, total.usedNow(3, anchor, muchLater));
    }

    @Test
    void whatWasUsedInAnEarlierPeriodDoesNotCount() {
        Instant anchor = Instant.parse("2027-01-31T10:00:00Z");
        QuotaPolicy monthly = new QuotaPolicy(5, Period.MONTH, anchor);
        Instant nextMonth = Instant.parse("2027-02-28T10:00:00Z");

        assertEquals(3, monthly.usedNow(3, anchor, nextMonth.minusSeconds(1)));
        assertEquals(0, monthly.usedNow(3, anchor, nextMonth));
        assertEquals(3, monthly.usedNow(3, nextMonth, nextMonth));
    }

    @Test
    void aQuotaIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new QuotaPolicy(-1, Period.TOTAL, EPOCH));
    }
}
