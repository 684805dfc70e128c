package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** One more job against an owner's quota, by the terms of the moment. The owner's lane is locked. */
record Charge(Handle handle, Owner owner, Instant now) {

    private static final String CHARGE = """
        /* charge */
        select * from productsnap.charge(:owner, :now)
        """;

    /**
     * @param counted is given the period in which it was counted; empty for an owner without terms
     * @param usedUp is given when the quota is whole again; empty when never
     */
    <T> T fold(Function<Optional<Instant>, T> counted, Function<Optional<Instant>, T> usedUp) {
        Answer answer = handle.createQuery(CHARGE)
                .bind("owner", owner.value())
                .bind("now", now)
                .map(Charge::read)
                .one();
        return answer.isCounted() ? counted.apply(answer.since()) : usedUp.apply(answer.wholeAgain());
    }

    private record Answer(boolean isCounted, Optional<Instant> since, Optional<Instant> wholeAgain) {}

    private static Answer read(ResultSet row, StatementContext context) throws SQLException {
        return new Answer(
                row.getBoolean("is_counted"),
                Columns.optionalInstant(row, "counted_since"),
                Columns.optionalInstant(row, "whole_again"));
    }
}
