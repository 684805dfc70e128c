package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobQuery.Before;
import io.productsnap.core.job.JobQuery.Offset;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to judge by once a round has come to rest.
 *
 * @param began when the round did: the crew may be older
 * @param jobs as their owners find them
 * @param receipts of completions, by job
 */
record Evidence(
        Instant began,
        Ledger ledger,
        History history,
        Map<JobId, Job> jobs,
        Map<JobId, Integer> receipts,
        Crew crew,
        Office office,
        PostgresLog postgresLog) {

    static Evidence collect(Instant began, Ledger ledger, Crew crew, Office office, PostgresLog postgresLog) {
        return new Evidence(
                began,
                ledger,
                History.of(crew.all()),
                jobsOf(ledger.terms().keySet(), office),
                office.receipts().collect(),
                crew,
                office,
                postgresLog);
    }

    private static Map<JobId, Job> jobsOf(Set<Owner> owners, Office office) {
        Map<JobId, Job> jobs = new HashMap<>();
        owners.forEach(owner -> list(office, owner, jobs));
        return Map.copyOf(jobs);
    }

    private static void list(Office office, Owner owner, Map<JobId, Job> jobs) {
        JobQuery.From from = new Offset(0);
        JobPage page;
        do {
            page = office.jobs().list(owner, new JobQuery(Optional.empty(), from, JobQuery.MOST));
            for (Job job : page.jobs()) {
                jobs.put(job.id(), job);
                from = new Before(job.id());
            }
        } while (page.more());
    }

    /** The runs of this round's owners. */
    List<JobRun> runs() {
        return history.allRuns().stream()
                .filter(run -> ledger.terms().containsKey(new Owner(run.owner())))
                .toList();
    }

    /** Whether workers heard all answers: else they may have been refused only what had been accepted before. */
    boolean answersCame() {
        return crew.ground().postgresLeft().filter(began::isBefore).isEmpty()
                && crew.all().stream()
                        .allMatch(hand ->
                                hand.lastCutOff().filter(began::isBefore).isEmpty());
    }

    /** Processes that got a SIGKILL. */
    int kills() {
        return (int) crew.all().stream()
                .filter(hand -> hand.killed().filter(began::isBefore).isPresent())
                .count();
    }

    /** Times that a process got a SIGSTOP. */
    int freezes() {
        return (int) crew.all().stream()
                .flatMap(hand -> hand.frozen().stream())
                .filter(span -> began.isBefore(span.from()))
                .count();
    }
}
