package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Deed.What;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was done with one job, by its one customer, in order. Written by one thread, read when that has ended. */
final class Story {

    private final Owner owner;
    private final JobId job;
    private final List<Deed> deeds = new ArrayList<>();

    Story(Owner owner, JobId job) {
        this.owner = owner;
        this.job = job;
    }

    Owner owner() {
        return owner;
    }

    JobId job() {
        return job;
    }

    synchronized void add(Deed deed) {
        deeds.add(deed);
    }

    synchronized List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    /** Whether it is over for good, as far as its customer is concerned. */
    boolean isOver() {
        return did(What.CANCELLED).isPresent() || did(What.REMOVED).isPresent();
    }

    Optional<Deed> did(What what) {
        return deeds().stream().filter(deed -> deed.what() == what).reduce((first, last) -> last);
    }
}
