package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Entry.What;
import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No job was completed twice: by what workers were told, and by the mails that are kept with a completion. */
final class NothingTwice implements Judge {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> broken = new ArrayList<>();
        Set<JobId> all = new HashSet<>(evidence.receipts().keySet());
        all.addAll(evidence.history().jobs());
        for (JobId job : all) {
            long told = evidence.history().answersTo(job).stream()
                    .filter(answer ->
                            answer.what() == What.ACCEPTED && answer.word().equals(JobStatus.COMPLETED.name()))
                    .count();
            int receipts = evidence.receipts().getOrDefault(job, 0);
            if (told > 1 || receipts > 1) {
                broken.add(new Violation(
                        Promise.NOTHING_TWICE,
                        "job " + job + " was completed " + told + " times, with " + receipts + " mails"));
            }
        }
        for (Job job : evidence.jobs().values()) {
            if (job.state().status() != JobStatus.COMPLETED
                    && evidence.receipts().containsKey(job.id())) {
                broken.add(new Violation(
                        Promise.NOTHING_TWICE,
                        "job " + job.id() + " is " + job.state().status()
                                + " and its owner was told of its completion"));
            }
        }
        return broken;
    }
}
