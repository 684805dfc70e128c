package io.productsnap.core.inmemory;

import io.productsnap.core.inmemory.JobTable.Row;
import io.productsnap.core.job.Backlog;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is of jobs in memory, over all owners. Thread-safe. */
public final class InMemoryJobCensus implements JobCensus {

    private final InMemoryData data;

    public InMemoryJobCensus(InMemoryData data) {
        this.data = data;
    }

    @Override
    public Map<Owner, Map<Fence, Instant>> running() {
        return data.transaction(() -> data.jobs.rows.values().stream()
                .filter(Row::isRunning)
                .collect(Collectors.groupingBy(
                        row -> row.job().owner(), Collectors.toUnmodifiableMap(Row::fence, InMemoryJobCensus::since))));
    }

    private static Instant since(Row row) {
        return row.job().state().startedAt().orElseThrow();
    }

    @Override
    public List<Job> find(Collection<JobId> ids) {
        return data.transaction(() -> ids.stream()
                .distinct()
                .flatMap(id -> data.jobs.row(id).stream())
                .map(Row::job)
                .toList());
    }

    @Override
    public Backlog backlog() {
        return data.transaction(() -> {
            List<Job> queued = of(data.jobs.rows.values(), JobStatus.QUEUED).toList();
            List<Job> ready = queued.stream()
                    .filter(job -> !data.jobs.deferred.contains(job.id()))
                    .toList();
            return new Backlog(
                    ready.size(),
                    queued.size() - ready.size(),
                    of(data.jobs.rows.values(), JobStatus.PROCESSING).count(),
                    ready.stream().findFirst().flatMap(job -> job.state().dueAt()));
        });
    }

    @Override
    public long count(JobStatus status) {
        return data.transaction(() -> of(data.jobs.rows.values(), status).count());
    }

    @Override
    public List<Job> oldest(JobStatus status, int most) {
        return data.transaction(
                () -> of(data.jobs.rows.values(), status).limit(most).toList());
    }

    @Override
    public List<Job> newest(JobStatus status, int most) {
        return data.transaction(() ->
                of(data.jobs.rows.descendingMap().values(), status).limit(most).toList());
    }

    private static Stream<Job> of(Collection<Row> rows, JobStatus status) {
        return rows.stream().map(Row::job).filter(job -> job.state().status() == status);
    }
}
