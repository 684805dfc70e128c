package io.productsnap.persistence.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells a listener of each statement, by the name that its text begins with. */
record StatementTimes(PostgresListener listener) implements SqlLogger {

    private static final Pattern NAME = Pattern.compile("\\s*/\\* ([a-z_]{1,40}) \\*/");

    /** Of what is not ours: names are few and constant, and never made of what a statement says. */
    private static final String NAMELESS = "other";

    @Override
    public void logAfterExecution(StatementContext context) {
        listener.ran(nameOf(context.getRawSql()), elapsed(context));
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        listener.failed(nameOf(context.getRawSql()), elapsed(context));
    }

    static String nameOf(String sql) {
        Matcher name = NAME.matcher(sql);
        return name.lookingAt() ? name.group(1) : NAMELESS;
    }

    private static Duration elapsed(StatementContext context) {
        return Duration.ofNanos(context.getElapsedTime(ChronoUnit.NANOS));
    }
}
