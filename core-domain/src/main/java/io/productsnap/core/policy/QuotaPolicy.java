package io.productsnap.core.policy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How many jobs may be submitted in a period, and when the count starts anew.
 *
 * <p>Months are calendar months from the anchor, in UTC, always counted from the anchor itself: 31 January, 28 February,
 * 31 March. Days likewise are 24 hours from the anchor.
 *
 * @param jobs jobs a period, >= 0
 * @param anchor where the first period starts
 */
public record QuotaPolicy(int jobs, Period period, Instant anchor) {

    /** What the jobs are counted over. */
    public enum Period {
        TOTAL,
        MONTH,
        DAY
    }

    public QuotaPolicy {
        Require.atLeast(0, jobs, "jobs");
    }

    /** The start of the period that {@code now} lies in; never after {@code now} unless the anchor is. */
    public Instant periodStart(Instant now) {
        return period == Period.TOTAL ? anchor : after(periodsUntil(now));
    }

    /** When the count starts anew: empty for a total quota. */
    public Optional<Instant> nextPeriod(Instant now) {
        return period == Period.TOTAL ? Optional.empty() : Optional.of(after(periodsUntil(now) + 1));
    }

    /**
     * @param used what was counted
     * @param usedSince the start of the period it was counted in
     * @return what counts now: what was used in an earlier period does not
     */
    public int usedNow(int used, Instant usedSince, Instant now) {
        return usedSince.isBefore(periodStart(now)) ? 0 : used;
    }

    private long periodsUntil(Instant now) {
        if (now.isBefore(anchor)) {
            return 0;
        }
        long whole = unit().between(utc(anchor), utc(now));
        // 31 January to 30 April is "two months" to the calendar, though the third period began on the 30th.
        return after(whole + 1).isAfter(now) ? whole : whole + 1;
    }

    private Instant after(long periods) {
        return utc(anchor).plus(periods, unit()).toInstant();
    }

    private ChronoUnit unit() {
        return period == Period.DAY ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
    }

    private static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}
