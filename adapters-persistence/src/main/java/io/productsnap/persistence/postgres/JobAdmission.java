package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Idempotency.Keyed;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.policy.Require;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Calls {@code productsnap.admit}, where the rules are: the key, the quota, the queue, in one round trip. */
final class JobAdmission {

    private static final String ADMIT = """
        /* admit */
        select a.what, a.whole_again, (a.job).*
          from productsnap.admit(:id, :owner, :kind, :payload, :label, :due, :key, :fingerprint, :key_expires,
                                 :patience, :now) a
        """;

    private static final String ADMIT_ALL = """
        /* admit_all */
        select a.what, a.whole_again, (a.job).*
          from productsnap.admit_all(:ids, :owners, :kinds, :payloads, :labels, :dues, :keys, :fingerprints,
                                     :key_expires, :patience, :now) a
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

    /** As a statement that commits by itself. */
    static List<Admission> admitAll(Handle handle, List<JobRequest> requests, Instant now) {
        return admitAll(handle, requests, now, Optional.of(PATIENCE));
    }

    /** Within the caller's transaction. */
    static List<Admission> admitAllWithin(Handle handle, List<JobRequest> requests, Instant now) {
        return admitAll(handle, requests, now, Optional.empty());
    }

    private static List<Admission> admitAll(
            Handle handle, List<JobRequest> requests, Instant present, Optional<String> patience) {
        Require.that(requests.size() <= JobStore.MOST_AT_ONCE, "too many at once: " + requests.size());
        if (requests.isEmpty()) {
            return List.of();
        }
        Instant now = toTheMicrosecond(present);
        Iterator<JobRequest> asked = requests.iterator();
        return handle.createQuery(ADMIT_ALL)
                .bindArray(
                        "ids",
                        UUID.class,
                        each(requests, request -> request.id().value()))
                .bindArray(
                        "owners",
                        String.class,
                        each(requests, request -> request.owner().value()))
                .bindArray(
                        "kinds",
                        String.class,
                        each(requests, request -> request.spec().kind().value()))
                .bindArray(
                        "payloads",
                        String.class,
                        each(requests, request -> request.spec().payload()))
                .bindArray(
                        "labels",
                        String.class,
                        each(requests, request -> request.spec().label()))
                .bindArray("dues", Instant.class, each(requests, request -> request.due(now)))
                .bindArray("keys", String.class, each(requests, request -> keyOf(request, Keyed::key)))
                .bindArray("fingerprints", String.class, each(requests, request -> keyOf(request, Keyed::fingerprint)))
                .bind("key_expires", now.plus(Idempotency.LIFE))
                .bind("patience", patience)
                .bind("now", now)
                .map((row, context) -> read(row, context, asked.next().queued(now)))
                .list();
    }

    private static <T> List<T> each(List<JobRequest> requests, Function<JobRequest, T> part) {
        return requests.stream().map(part).toList();
    }

    private static String keyOf(JobRequest request, Function<Keyed, String> part) {
        return request.idempotency().fold(() -> "", part);
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
