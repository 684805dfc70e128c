package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Calls {@code productsnap.turn}, where the rules are. */
final class JobTurn {

    private static final String TURN = """
        /* turn */
        select * from productsnap.turn(:me, :done_job, :done_owner, :done_fence, :done_how, :done_text, :done_due,
                                       :want, :lanes, :now)
        """;

    /** Lanes looked at in one turn: enough that some of them have something, few enough to be locked briefly. */
    private static final int LANES = 24;

    private JobTurn() {}

    static Turn take(Handle handle, WorkerId worker, List<Settlement> done, int want, Instant now) {
        List<Written> written =
                done.stream().map(settlement -> Written.of(settlement, now)).toList();
        return handle.createQuery(TURN)
                .bind("me", worker.value())
                .bindArray(
                        "done_job",
                        UUID.class,
                        done.stream().map(s -> s.fence().job().value()).toList())
                .bindArray(
                        "done_owner",
                        String.class,
                        done.stream().map(s -> s.owner().value()).toList())
                .bindArray(
                        "done_fence",
                        Long.class,
                        done.stream().map(s -> s.fence().number()).toList())
                .bindArray(
                        "done_how",
                        String.class,
                        written.stream().map(w -> w.how().name()).toList())
                .bindArray(
                        "done_text",
                        String.class,
                        written.stream().map(Written::text).toList())
                .bindArray(
                        "done_due",
                        Instant.class,
                        written.stream().map(Written::due).toList())
                .bind("want", want)
                .bind("lanes", LANES)
                .bind("now", now)
                .scanResultSet((rows, context) -> read(rows.get(), now));
    }

    private static Turn read(ResultSet rows, Instant now) throws SQLException {
        Set<Fence> accepted = new LinkedHashSet<>();
        List<Claim> claims = new ArrayList<>();
        boolean again = false;
        while (rows.next()) {
            String what = rows.getString("what");
            switch (what) {
                case "SETTLED" -> accepted.add(fence(rows));
                case "CLAIMED" -> claims.add(claim(rows, now));
                case "AGAIN" -> again = true;
                default -> throw new IllegalStateException("a turn answered " + what);
            }
        }
        return new Turn(accepted, claims, again);
    }

    private static Fence fence(ResultSet row) throws SQLException {
        return new Fence(new JobId(Columns.uuid(row, "job_id")), row.getLong("job_fence"));
    }

    private static Claim claim(ResultSet row, Instant now) throws SQLException {
        return new Claim(
                fence(row),
                new Owner(row.getString("job_owner")),
                new JobSpec(
                        new JobKind(row.getString("job_kind")),
                        row.getString("job_payload"),
                        row.getString("job_label")),
                new Attempts(row.getInt("job_crashes"), row.getInt("job_errors")),
                Optional.ofNullable(row.getString("job_tier")),
                Columns.instant(row, "job_due"),
                now);
    }

    /** How a claim ends, in the words of the function. */
    private enum How {
        DONE,
        ERROR,
        CRASH,
        GIVEN_UP,
        REFUNDED,
        BACK
    }

    /**
     * A settlement in the columns of the function.
     *
     * @param text the result, or the reason; else empty
     * @param due from when on it may be claimed again, if it may
     */
    private record Written(How how, String text, Instant due) {
        static Written of(Settlement settlement, Instant now) {
            return settlement
                    .ending()
                    .fold(
                            done -> new Written(How.DONE, done.result(), now),
                            retry -> new Written(spent(retry.failure().cause()), "", retry.due()),
                            givenUp -> new Written(
                                    givenUp.failure().isOurs() ? How.REFUNDED : How.GIVEN_UP,
                                    givenUp.failure().message(),
                                    now),
                            handedBack -> new Written(How.BACK, "", now));
        }

        private static How spent(Failure.Cause cause) {
            return cause == Failure.Cause.CRASH ? How.CRASH : How.ERROR;
        }
    }
}
