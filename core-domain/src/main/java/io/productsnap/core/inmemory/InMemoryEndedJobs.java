package io.productsnap.core.inmemory;

import io.productsnap.core.inmemory.JobTable.Row;
import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.RetentionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs in memory that have ended. Thread-safe. */
public final class InMemoryEndedJobs implements EndedJobs {

    private final InMemoryData data;

    public InMemoryEndedJobs(InMemoryData data) {
        this.data = data;
    }

    @Override
    public List<Job> over(RetentionPolicy policy, int most, Instant now) {
        return data.transaction(() -> data.jobs.rows.values().stream()
                .map(Row::job)
                .filter(job -> isOver(job, policy, now))
                .limit(most)
                .toList());
    }

    private boolean isOver(Job job, RetentionPolicy policy, Instant now) {
        Instant before = job.state().status() == JobStatus.COMPLETED
                ? policy.completedBefore(tier(job.owner(), now), now)
                : policy.failedBefore(now);
        return job.state().finishedAt().filter(at -> at.isBefore(before)).isPresent();
    }

    private Optional<String> tier(Owner owner, Instant now) {
        return data.jobs.terms(owner, now).map(Terms::tier);
    }

    @Override
    public boolean forget(Job job) {
        return data.transaction(() -> data.jobs
                .row(job.id())
                .filter(row -> row.job().state().equals(job.state()))
                .flatMap(row -> data.jobs.remove(job.id()))
                .isPresent());
    }
}
