package io.productsnap.persistence.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A clock that follows the database's, so that processes on different machines agree on what is due and who is dead: the
 * machine's own, put right by the difference that {@link #measure} last found. It tells microseconds, as
 * Postgres keeps them, so that what is read back equals what was written. Thread-safe.
 */
public final class PostgresClock extends Clock {

    private static final String NOW = """
        /* clock_now */
        select clock_timestamp() as now
        """;

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Clock machine;
    private final AtomicReference<Duration> ahead;

    /** Goes as {@code machine} does until the first measurement. */
    public PostgresClock(DataSource dataSource, Clock machine) {
        this(new Transactions(dataSource), machine, new AtomicReference<>(Duration.ZERO));
    }

    private PostgresClock(Transactions transactions, Clock machine, AtomicReference<Duration> ahead) {
        this.transactions = transactions;
        this.machine = machine;
        this.ahead = ahead;
    }

    /**
     * Looks at the database's clock; the error is at most half the time that takes. A look that took long is forgotten:
     * it could put this machine so far off that it takes living workers for dead.
     *
     * @return how far the database's clock is ahead of the machine's, as far as is known now
     */
    public Duration measure() {
        return transactions.statement(handle -> {
            Instant asked = machine.instant();
            Instant there = handle.createQuery(NOW).map(PostgresClock::read).one();
            Duration took = Duration.between(asked, machine.instant());
            if (took.compareTo(LONGEST_LOOK) <= 0) {
                ahead.set(Duration.between(asked.plus(took.dividedBy(2)), there));
            }
            return ahead.get();
        });
    }

    private static Instant read(ResultSet row, StatementContext context) throws SQLException {
        return Columns.instant(row, "now");
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    /** The same clock in another zone; a measurement moves both. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new PostgresClock(transactions, machine.withZone(zone), ahead);
    }
}
