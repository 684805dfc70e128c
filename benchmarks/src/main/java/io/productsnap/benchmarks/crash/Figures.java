package io.productsnap.benchmarks.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a round came to in numbers.
 *
 * @param kills processes that got a SIGKILL
 * @param freezes times that a process got a SIGSTOP
 * @param rescues runs that others took from a process
 * @param rejected ends of runs that were told too late, and not accepted
 * @param unclear charges of which nobody outside can say whether they were given back
 * @param longestRerun from a kill to the start of the next run of a job that was under way
 * @param longestAwake how long a run whose job was taken from it went on after its process was woken
 */
record Figures(
        int jobs,
        int runs,
        int kills,
        int freezes,
        int rescues,
        int rejected,
        int unclear,
        Duration longestRerun,
        Duration longestAwake) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

    static Figures of(Evidence evidence) {
        History history = evidence.history();
        List<JobRun> runs = evidence.runs();
        List<JobRun> rescued = runs.stream().filter(history::isRescued).toList();
        return new Figures(
                evidence.ledger().stories().size(),
                runs.size(),
                evidence.kills(),
                evidence.freezes(),
                rescued.size(),
                (int) runs.stream().filter(run -> history.refused(run.fence())).count(),
                evidence.ledger().terms().keySet().stream()
                        .map(owner -> QuotaExact.charge(owner, evidence))
                        .mapToInt(charge -> charge.most() - charge.least())
                        .sum(),
                longest(runs.stream().flatMap(run -> rerun(history, run).stream())),
                longest(rescued.stream().map(JobRun::awake)));
    }

    Figures and(Figures other) {
        return new Figures(
                jobs + other.jobs,
                runs + other.runs,
                kills + other.kills,
                freezes + other.freezes,
                rescues + other.rescues,
                rejected + other.rejected,
                unclear + other.unclear,
                longest(Stream.of(longestRerun, other.longestRerun)),
                longest(Stream.of(longestAwake, other.longestAwake)));
    }

    private static Optional<Duration> rerun(History history, JobRun run) {
        if (!run.wasKilled()) {
            return Optional.empty();
        }
        Instant killed = run.over();
        return history.runsOf(run.fence().job()).stream()
                .filter(other -> other.fence().number() > run.fence().number())
                .map(other -> Duration.between(killed, other.started()))
                .findFirst();
    }

    private static Duration longest(Stream<Duration> times) {
        return times.max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
