package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Deed.What;
import io.productsnap.benchmarks.crash.History.Answer;
import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nothing was accepted of a run that had lost its job before it ended: to a later run, or to its owner's wish. Of no run was
 * an end accepted twice, from its worker and from whoever took the job over. And what a completed job shows is what its last
 * run has made.
 */
final class NoZombieHeard implements Judge {

    @Override
    public List<Violation> judge(Evidence evidence) {
        History history = evidence.history();
        List<Violation> broken = new ArrayList<>();
        for (Story story : evidence.ledger().stories()) {
            for (JobRun run : history.runsOf(story.job())) {
                lost(history, story, run)
                        .filter(when -> run.ended().filter(when::isBefore).isPresent())
                        .filter(when -> isHeard(history, run))
                        .ifPresent(when -> broken.add(heard(run, "lost its job at " + when + " and was heard")));
            }
        }
        evidence.runs().stream()
                .filter(run -> timesAccepted(history, run) > 1)
                .forEach(run -> broken.add(heard(run, "has ended twice")));
        evidence.jobs().values().stream()
                .filter(job -> job.state().status() == JobStatus.COMPLETED)
                .filter(job -> !showsItsLastRun(history, job))
                .forEach(job -> broken.add(
                        new Violation(Promise.NO_ZOMBIE, "job " + job.id() + " shows what an earlier run has made")));
        return broken;
    }

    private static Violation heard(JobRun run, String how) {
        return new Violation(Promise.NO_ZOMBIE, "run " + run.fence() + " " + how);
    }

    /** When it had surely lost its job, if it has. */
    private static Optional<Instant> lost(History history, Story story, JobRun run) {
        Optional<Instant> toAnother = history.runsOf(story.job()).stream()
                .filter(other -> other.fence().number() > run.fence().number())
                .map(JobRun::started)
                .findFirst();
        Optional<Instant> toItsOwner = story.deeds().stream()
                .filter(deed -> deed.what() == What.CANCELLED || deed.what() == What.REMOVED)
                .map(Deed::answered)
                .findFirst();
        return toAnother.or(() -> toItsOwner);
    }

    /** A process that was frozen may take its own old job from itself: what it then hears is the rescue's answer. */
    private static boolean isHeard(History history, JobRun run) {
        List<Entry.What> told = history.answersTo(run.fence().job()).stream()
                .filter(answer -> answer.hand() == run.hand() && answer.run().equals(run.fence()))
                .map(Answer::what)
                .toList();
        return told.contains(Entry.What.ACCEPTED) && !told.contains(Entry.What.REFUSED);
    }

    private static long timesAccepted(History history, JobRun run) {
        return history.answersTo(run.fence().job()).stream()
                .filter(answer -> answer.run().equals(run.fence()) && answer.what() == Entry.What.ACCEPTED)
                .count();
    }

    private static boolean showsItsLastRun(History history, Job job) {
        List<JobRun> runs = history.runsOf(job.id());
        return !runs.isEmpty()
                && job.state()
                        .produced()
                        .filter(result -> isOf(runs.get(runs.size() - 1), job, result))
                        .isPresent();
    }

    private static boolean isOf(JobRun run, Job job, String result) {
        String number = Long.toString(run.fence().number());
        return job.spec().kind().equals(PhotoOrder.KIND)
                ? PhotoResult.read(result).picture().value().endsWith(job.id() + "/" + number + ".png")
                : result.equals(number);
    }
}
