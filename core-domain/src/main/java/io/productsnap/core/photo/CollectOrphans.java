package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobId;
import io.productsnap.core.policy.OrphanPolicy;
import io.productsnap.core.policy.OrphanPolicy.Work;
import io.productsnap.core.policy.Unavailable;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Removes the files that no job will ever ask for: uploads whose job was never written, results of runs that were not
 * accepted, what was left of removed jobs. Any number may do so at a time, and stop at any moment. Thread-safe.
 *
 * <p>Nothing is locked meanwhile. A file is found first, then its job is asked for, then the file goes; and in between
 *
 * <ul>
 *   <li>a job comes whose upload was there before it: within the grace, or never, since no id is given twice;
 *   <li>a job that ran when it was asked for is completed: only under its claim of that moment or a later one, and the
 *       files of those stay;
 *   <li>a job is completed before it is asked for: its last claim is the one it was completed under;
 *   <li>a job is claimed again, has failed, is removed: the less is asked for;
 *   <li>a frozen worker wakes up and writes: that is found the next time.
 * </ul>
 */
public final class CollectOrphans {

    private static final System.Logger LOG = System.getLogger(CollectOrphans.class.getName());

    /** What an object store lists at a time, and few enough for one question to the store of jobs. */
    private static final int PAGE = 1_000;

    private final PhotoStore photos;
    private final JobCensus jobs;
    private final OrphanPolicy policy;
    private final Clock clock;

    public CollectOrphans(PhotoStore photos, JobCensus jobs, OrphanPolicy policy, Clock clock) {
        this.photos = photos;
        this.jobs = jobs;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What a walk came past.
     *
     * @param orphans those of the files that nobody asks for
     * @param strange those that no file of a job is called like: others', and left alone
     * @param next where another walk can go on; empty at the end of all files
     */
    public record Walk(long files, long orphans, long strange, String next) {

        private Walk past(List<StoredFile> page, int known, int orphaned) {
            String last = page.get(page.size() - 1).name();
            return new Walk(files + page.size(), orphans + orphaned, strange + page.size() - known, last);
        }

        private Walk toTheEnd() {
            return new Walk(files, orphans, strange, "");
        }
    }

    /**
     * Removes nothing.
     *
     * @param orphan told of each file that would go
     * @throws Unavailable when a store cannot be reached
     */
    public Walk show(Consumer<PhotoKey> orphan) {
        return walk("", Instant.MAX, page -> page.forEach(orphan));
    }

    /**
     * Removes them, some at a time.
     *
     * @param from the {@link Walk#next} of a walk before; empty for the beginning
     * @param until no further step is begun from this moment on
     * @throws Unavailable when a store cannot be reached; what was done is done, and what is left is found again
     */
    public Walk collect(String from, Instant until) {
        return walk(from, until, this::remove);
    }

    private Walk walk(String from, Instant until, Consumer<List<PhotoKey>> act) {
        Walk walk = new Walk(0, 0, 0, from);
        List<StoredFile> page = photos.list(from, PAGE);
        while (!page.isEmpty()) {
            List<JobFile> known =
                    page.stream().flatMap(file -> JobFile.of(file).stream()).toList();
            List<PhotoKey> orphans = orphansAmong(known);
            act.accept(orphans);
            walk = walk.past(page, known.size(), orphans.size());
            if (!clock.instant().isBefore(until)) {
                return walk;
            }
            page = photos.list(walk.next(), PAGE);
        }
        return walk.toTheEnd();
    }

    private List<PhotoKey> orphansAmong(List<JobFile> files) {
        Set<JobId> ids = files.stream().map(JobFile::job).collect(Collectors.toSet());
        // Asked after the files were found: see above.
        Map<JobId, Work> works = jobs.find(ids).stream().collect(Collectors.toMap(Job::id, CollectOrphans::workOf));
        Instant now = clock.instant();
        return files.stream()
                .filter(file -> Optional.ofNullable(works.get(file.job()))
                        .map(work -> policy.isOrphan(file.found(), work, now))
                        .orElseGet(() -> policy.isOrphan(file.found(), now)))
                .map(JobFile::key)
                .toList();
    }

    /** Jobs of other kinds as well: what is theirs by its name is not ours to remove. */
    private static Work workOf(Job job) {
        boolean inVain = job.state()
                .fold(queued -> false, processing -> false, completed -> false, failed -> true, cancelled -> true);
        return new Work(job.fence(), inVain);
    }

    private void remove(List<PhotoKey> orphans) {
        orphans.forEach(key -> LOG.log(Level.INFO, "{0} belongs to no job, and is removed", key));
        photos.delete(orphans);
    }
}
