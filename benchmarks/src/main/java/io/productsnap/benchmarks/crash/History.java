package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Entry.What;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The journals of all workers put together. Immutable. */
final class History {

    /** What a worker says that the store has answered. */
    record Answer(Fence run, What what, String word, Instant at, Hand hand) {}

    private final Map<JobId, List<JobRun>> runs = new HashMap<>();
    private final Map<JobId, List<Answer>> answers = new HashMap<>();

    private History() {}

    static History of(List<Hand> hands) {
        History history = new History();
        hands.forEach(history::read);
        history.runs
                .values()
                .forEach(list ->
                        list.sort(Comparator.comparing(run -> run.fence().number())));
        return history;
    }

    private void read(Hand hand) {
        List<Entry> entries = hand.entries();
        Map<Fence, Instant> ends = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.what() == What.ENDED)
                .forEach(entry -> ends.put(entry.run(), entry.at()));
        for (Entry entry : entries) {
            JobId job = entry.run().job();
            switch (entry.what()) {
                case STARTED ->
                    runs.computeIfAbsent(job, first -> new ArrayList<>())
                            .add(new JobRun(
                                    entry.run(),
                                    entry.word(),
                                    entry.at(),
                                    Optional.ofNullable(ends.get(entry.run())),
                                    hand));
                case REFUSED, ACCEPTED ->
                    answers.computeIfAbsent(job, first -> new ArrayList<>())
                            .add(new Answer(entry.run(), entry.what(), entry.word(), entry.at(), hand));
                case ENDED -> {
                    // Told with its start.
                }
            }
        }
    }

    /** In the order of their claims. */
    List<JobRun> runsOf(JobId job) {
        return runs.getOrDefault(job, List.of());
    }

    Optional<JobRun> run(Fence fence) {
        return runsOf(fence.job()).stream()
                .filter(run -> run.fence().equals(fence))
                .findFirst();
    }

    List<JobRun> allRuns() {
        return runs.values().stream().flatMap(List::stream).toList();
    }

    List<Answer> answersTo(JobId job) {
        return answers.getOrDefault(job, List.of());
    }

    /** Whether somebody was told that this run ended so. */
    boolean accepted(Fence run, String word) {
        return answersTo(run.job()).stream()
                .anyMatch(answer -> answer.run().equals(run)
                        && answer.what() == What.ACCEPTED
                        && answer.word().equals(word));
    }

    /** Whether somebody was told that it is too late for this run to say anything. */
    boolean refused(Fence run) {
        return answersTo(run.job()).stream()
                .anyMatch(answer -> answer.run().equals(run) && answer.what() == What.REFUSED);
    }

    /** Whether another process than its own says that it was settled: as a dead worker's. */
    boolean isRescued(JobRun run) {
        return answersTo(run.fence().job()).stream()
                .anyMatch(answer -> answer.run().equals(run.fence())
                        && answer.what() == What.ACCEPTED
                        && answer.hand() != run.hand());
    }

    Set<JobId> jobs() {
        return new HashSet<>(runs.keySet());
    }
}
