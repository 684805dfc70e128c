package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.Usage;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * The jobs in Postgres. Any number of processes may work on one database; they agree by row locks, and a cap holds by a
 * unique index besides. Moments are kept to the microsecond. Thread-safe.
 */
public final class PostgresJobStore implements JobStore {

    /** What is past its time costs little by staying a while longer. */
    private static final Duration TIDY_EVERY = Duration.ofMinutes(5);

    private static final Duration MEND_EVERY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Wake wake;
    private final JobRescue rescue;
    private final JobPromotion promotion;
    private final LaneMending mending;
    private volatile Instant nextTidying = Instant.MIN;
    private volatile Instant nextMending = Instant.MIN;

    /** @param dataSource of a database that {@link Migrations} have prepared; it stays the caller's to close */
    public PostgresJobStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
        this.rescue = new JobRescue(transactions);
        this.wake = new Wake(transactions);
        this.mending = new LaneMending(transactions);
        this.promotion = new JobPromotion(transactions, wake);
    }

    /** Workers are told once it is committed. */
    private <T> T waking(Function<Handle, T> work) {
        T done = transactions.run(work);
        wake.workers();
        return done;
    }

    @Override
    public void allow(Owner owner, Allowance allowance) {
        waking(handle -> {
            Lanes.lock(handle, owner);
            AllowanceRows.write(handle, owner, allowance);
            Lanes.forgetTerms(handle, owner);
            Lanes.lookAgain(handle, owner);
            return allowance;
        });
    }

    @Override
    public Admission admit(JobRequest request, Instant now) {
        Admission admission = transactions.statement(handle -> JobAdmission.admit(handle, request, now));
        wake.workers();
        return admission;
    }

    @Override
    public List<Admission> admitAll(List<JobRequest> requests, Instant now) {
        List<Admission> admissions = transactions.statement(handle -> JobAdmission.admitAll(handle, requests, now));
        wake.workers();
        return admissions;
    }

    @Override
    public Turn turn(WorkerId worker, List<Settlement> done, int want, Instant now) {
        boolean mails = done.stream().anyMatch(settlement -> !settlement.mails().isEmpty());
        return mails
                ? transactions.run(handle -> turnWithMails(handle, worker, done, want, now))
                : transactions.statement(handle -> JobTurn.take(handle, worker, done, want, now));
    }

    private static Turn turnWithMails(Handle handle, WorkerId worker, List<Settlement> done, int want, Instant now) {
        Turn turn = JobTurn.take(handle, worker, done, want, now);
        done.stream()
                .filter(settlement -> turn.accepted().contains(settlement.fence()))
                .flatMap(settlement -> settlement.mails().stream())
                .forEach(mail -> MailRows.write(handle, mail));
        return turn;
    }

    @Override
    public boolean progress(Fence fence, int percent) {
        return transactions.statement(handle -> JobRows.progress(handle, fence, percent));
    }

    @Override
    public boolean beat(WorkerId worker, Instant now) {
        return rescue.beat(worker, now);
    }

    @Override
    public void giveBack(WorkerId worker, Set<Fence> known, Instant now) {
        rescue.giveBack(worker, known, now);
    }

    @Override
    public void retire(WorkerId worker, Instant now) {
        rescue.retire(worker, now);
    }

    @Override
    public List<Job> rescue(StalePolicy stale, RetryPolicy retry, Instant now) {
        if (!now.isBefore(nextTidying)) {
            nextTidying = now.plus(TIDY_EVERY);
            SubmissionKeys.forget(transactions, now);
            rescue.forget(now);
        }
        if (!now.isBefore(nextMending)) {
            nextMending = now.plus(MEND_EVERY);
            mend(now);
        }
        return rescue.rescue(stale, retry, now);
    }

    private void mend(Instant now) {
        if (mending.mend(now) > 0) {
            wake.workers();
        }
    }

    @Override
    public Set<Fence> heldBy(WorkerId worker) {
        return transactions.statement(handle -> JobRescue.heldBy(handle, worker));
    }

    @Override
    public Cancellation cancel(Owner owner, JobId id, Instant now) {
        return waking(handle -> new JobWishes(handle, owner).cancel(id, now));
    }

    @Override
    public Readmission readmit(Owner owner, JobId id, Instant now) {
        return waking(handle -> new JobWishes(handle, owner).readmit(id, now));
    }

    @Override
    public Optional<Instant> promote(Instant now) {
        return promotion.promote(now);
    }

    @Override
    public Optional<Job> find(Owner owner, JobId id) {
        return transactions.statement(handle -> JobRows.find(handle, owner, id));
    }

    @Override
    public JobPage list(Owner owner, JobQuery query) {
        return transactions.statement(handle -> JobRows.list(handle, owner, query));
    }

    @Override
    public boolean relabel(Owner owner, JobId id, String label) {
        return transactions.statement(handle -> JobRows.relabel(handle, owner, id, label));
    }

    @Override
    public Optional<Job> remove(Owner owner, JobId id) {
        return waking(handle -> new JobWishes(handle, owner).remove(id));
    }

    @Override
    public Usage usage(Owner owner, Instant now) {
        return transactions.statement(handle -> UsageRows.summary(handle, owner, now));
    }
}
