package io.productsnap.web;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.person.UserId;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoResult;
import io.productsnap.core.policy.Failure;
import java.util.List;
import java.util.UUID;

/** A worker that does what a test tells it. */
final class Bench {

    private final House house;
    private final WorkerId worker = new WorkerId(UUID.randomUUID());

    Bench(House house) {
        this.house = house;
    }

    /** Takes the next job, and tells nobody. */
    Claim claim() {
        house.jobs.beat(worker, house.clock.instant());
        return house.jobs
                .turn(worker, List.of(), 1, house.clock.instant())
                .claims()
                .get(0);
    }

    void progress(Claim claim, int percent) {
        house.jobs.progress(claim.fence(), percent);
    }

    void finish(Claim claim) {
        String place = "shots/" + claim.owner() + "/" + claim.job();
        PhotoResult result = new PhotoResult(new PhotoKey(place + ".png"), new PhotoKey(place + "-thumbnail.png"));
        house.photos.put(result.picture(), Form.bytes("a shot"), PhotoFormat.PNG);
        house.photos.put(result.thumbnail(), Form.bytes("a thumbnail"), PhotoFormat.PNG);
        settle(claim, new Settlement.Done(result.write()));
    }

    void fail(Claim claim, Failure failure) {
        settle(claim, new Settlement.GivenUp(failure));
    }

    private void settle(Claim claim, Settlement.Ending ending) {
        Fence fence = claim.fence();
        house.jobs.turn(worker, List.of(new Settlement(fence, claim.owner(), ending)), 0, house.clock.instant());
    }

    /** Tells whoever watches how the job is now. */
    void tell(House.Person person, String job) {
        UserId user =
                new UserId(UUID.fromString(person.call("/api/users/me").get().text("id")));
        house.events.publish(JobEvent.of(house.jobs
                .find(new Owner(user.toString()), JobId.parse(job).orElseThrow())
                .orElseThrow()));
    }
}
