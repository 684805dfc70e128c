package io.productsnap.core.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * Which of the files that were made for some work nobody will ever ask for. What is an orphan stays one: the runs of a
 * piece of work are numbered, the numbers rise, and nothing is accepted of a run that is not the last.
 *
 * @param grace what was written so lately is left alone: who wrote it may be about to say what it is for. To be longer
 *     than any request or transaction takes, and than the clocks differ; default 24 h
 */
public record OrphanPolicy(Duration grace) {

    public static final OrphanPolicy DEFAULT = new OrphanPolicy(Duration.ofHours(24));

    public OrphanPolicy {
        Require.positive(grace, "grace");
    }

    /**
     * A file.
     *
     * @param run the number of the run that made it; 0 for what the work was begun with
     */
    public record Found(long run, Instant written) {}

    /**
     * A piece of work, looked up after the file was found.
     *
     * @param run the number of its last run, or of an earlier one, where nobody knows it; 0 when there was none
     * @param inVain it has ended, and nothing came of it
     */
    public record Work(long run, boolean inVain) {}

    /** Whether a file is one whose work is not known. */
    public boolean isOrphan(Found file, Instant now) {
        return !file.written().plus(grace).isAfter(now);
    }

    /** Whether a file is one whose work is still there: what it was begun with never is, it may be done again. */
    public boolean isOrphan(Found file, Work work, Instant now) {
        return file.run() > 0 && isSuperseded(file.run(), work) && isOrphan(file, now);
    }

    private static boolean isSuperseded(long run, Work work) {
        // Where all was in vain, whatever ran before is over. Otherwise the last run has ended well, or still may; and
        // should we not know the last one, as when what was handed back is not yet taken up again, nor do we judge it.
        return work.inVain() || run < work.run();
    }
}
