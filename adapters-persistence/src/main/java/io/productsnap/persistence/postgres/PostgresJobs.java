package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.policy.Require;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Submits jobs within a transaction of the caller's: the job exists exactly if the caller's own writes do. */
public final class PostgresJobs {

    private static final String WAKE_WITH_THE_COMMIT = """
        /* wake_with_the_commit */
        select pg_notify('productsnap_jobs', '')
        """;

    private PostgresJobs() {}

    /**
     * As {@link PostgresJobStore#admit}, but neither commits, rolls back nor closes; the wake-up of the workers rides on
     * the caller's commit. Best done last: until then it holds the lock of the owner, and of the idempotency key.
     *
     * @param connection in a transaction (auto-commit off), at READ COMMITTED
     * @throws IllegalArgumentException when the connection commits by itself
     */
    public static Admission submit(Connection connection, JobRequest request, Instant now) {
        return waking(connection, handle -> JobAdmission.admitWithin(handle, request, now));
    }

    /** Many at once, as {@link PostgresJobStore#admitAll}, and otherwise like {@link #submit}. */
    public static List<Admission> submitAll(Connection connection, List<JobRequest> requests, Instant now) {
        return waking(connection, handle -> JobAdmission.admitAllWithin(handle, requests, now));
    }

    private static <T> T waking(Connection connection, Function<Handle, T> work) {
        return Transactions.within(connection, handle -> {
            Require.that(handle.isInTransaction(), "the connection must be in a transaction: auto-commit is on");
            T done = work.apply(handle);
            handle.createQuery(WAKE_WITH_THE_COMMIT).mapToMap().list();
            return done;
        });
    }
}
