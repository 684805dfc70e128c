package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Idempotency.Keyed;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Calls {@code productsnap.admit}, where the rules are: the key, the quota, the queue, in one round trip. */
final class JobAdmission {

    private static final String ADMIT = """
        select a.what, a.whole_again, (a.job).*
          from productsnap.admit(:id, :owner, :kind, :payload, :label, :due, :key, :fingerprint, :key_expires,
                                 :patience, :now) a
        """;

    /** Whoever holds a lane for longer is stuck. */
    private static final String PATIENCE = "5s";

    private JobAdmission() {}

    /** As a statement that commits by itself. */
    static Admission admit(Handle handle, JobRequest request, Instant now) {
        return admit(handle, request, now, Optional.of(PATIENCE));
    }

    /** Within the caller's transaction: how long it waits for locks is the caller's business. */
    static Admission admitWithin(Handle handle, JobRequest request, Instant now) {
        return admit(handle, request, now, Optional.empty());
    }

    private static Admission admit(Handle handle, JobRequest request, Instant present, Optional<String> patience) {
        Instant now = toTheMicrosecond(present);
        Optional<Keyed> keyed = request.idempotency().fold(Optional::empty, Optional::of);
        return handle.createQuery(ADMIT)
                .bind("id", request.id().value())
                .bind("owner", request.owner().value())
                .bind("kind", request.spec().kind().value())
                .bind("payload", request.spec().payload())
                .bind("label", request.spec().label())
                .bind("due", request.due(now))
                .bind("key", keyed.map(Keyed::key))
                .bind("fingerprint", keyed.map(Keyed::fingerprint))
                .bind("key_expires", now.plus(Idempotency.LIFE))
                .bind("patience", patience)
                .bind("now", now)
                .map((row, context) -> read(row, context, request.queued(now)))
                .one();
    }

    private static Admission read(ResultSet row, StatementContext context, Job queued) throws SQLException {
        String what = row.getString("what");
        return switch (what) {
            case "ADMITTED" -> new Admission.Admitted(queued);
            case "USED_UP" -> new Admission.QuotaUsedUp(Columns.optionalInstant(row, "whole_again"));
            case "REPEATED" -> new Admission.Repeated(JobRows.read(row, context));
            case "CONFLICT" -> new Admission.Conflict();
            default -> throw new IllegalStateException("an admission was answered with " + what);
        };
    }

    /** As Postgres keeps it: what is answered now is what is found later. */
    private static Instant toTheMicrosecond(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
