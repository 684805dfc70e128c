package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Deed.What;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobStatus;
import java.util.Optional;

/**
 * What one job has cost its owner, by the rules that owners are told: each submission and each readmission counts; given
 * back is a job that waited when it was cancelled, and one that failed for a reason that was ours.
 *
 * @param least what it has cost in any case
 * @param most more than least where nobody outside can know, since whoever could have said so was killed
 */
record Charge(int least, int most) {

    private static final Charge NONE = new Charge(0, 0);
    private static final Charge ONE = new Charge(1, 1);
    private static final Charge GIVEN_BACK = new Charge(-1, -1);
    private static final Charge PERHAPS_GIVEN_BACK = new Charge(-1, 0);

    /** A job that is there, but of which its owner never heard, was submitted all the same. */
    static Charge unheardOf(Job job) {
        return ONE.and(end(job));
    }

    /**
     * @param now how it stands; empty when it was removed
     * @param answersCame whether workers heard all answers: else one may have been refused only what had been accepted
     *     before
     */
    static Charge of(Story story, Optional<Job> now, History history, boolean answersCame) {
        Charge charge = NONE;
        for (Deed deed : story.deeds()) {
            charge = charge.and(
                    switch (deed.what()) {
                        case SUBMITTED -> ONE;
                        case READMITTED ->
                            deed.before().map(Charge::end).orElse(NONE).and(ONE);
                        case CANCELLED -> cancelled(story, deed, history, answersCame);
                        case REMOVED -> removed(story, deed, history);
                    });
        }
        return charge.and(now.map(Charge::end).orElse(NONE));
    }

    Charge and(Charge other) {
        return new Charge(least + other.least, most + other.most);
    }

    private static Charge end(Job job) {
        return job.state()
                .failure()
                .filter(reason -> !reason.equals(PretendingStudio.OWNERS_FAULT))
                .map(ours -> GIVEN_BACK)
                .orElse(NONE);
    }

    private static Charge cancelled(Story story, Deed deed, History history, boolean answersCame) {
        long number = deed.after().map(Job::fence).orElse(0L);
        boolean neverClaimed = number == 0
                || story.did(What.READMITTED)
                        .flatMap(Deed::after)
                        .filter(job -> job.fence() == number)
                        .isPresent();
        Fence last = new Fence(story.job(), number);
        if (neverClaimed || history.accepted(last, JobStatus.QUEUED.name())) {
            return GIVEN_BACK;
        }
        // It was claimed, and nobody gave it back: it ran. Unless whoever has done so could not say it any more.
        boolean ranOn = history.run(last)
                .filter(run -> run.over().isAfter(deed.answered()))
                .isPresent();
        return ranOn || (history.refused(last) && answersCame) ? NONE : PERHAPS_GIVEN_BACK;
    }

    /** The count stays, whatever was removed, unless it had been given back before. */
    private static Charge removed(Story story, Deed deed, History history) {
        Optional<Job> found = deed.before();
        boolean hadEnded = found.filter(job -> job.state().status().isFinal()).isPresent();
        if (hadEnded) {
            return found.map(Charge::end).orElse(NONE);
        }
        return history.answersTo(story.job()).stream()
                        .anyMatch(answer -> answer.what() == Entry.What.ACCEPTED
                                && answer.word().equals(JobStatus.FAILED.name())
                                && answer.at().isAfter(deed.asked()))
                ? PERHAPS_GIVEN_BACK
                : NONE;
    }
}
