package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobCensus;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.OrphanPolicy;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Orphans are collected at any moment of jobs' lives, also of those whose workers die, or write after their death. */
final class OrphansAmidWorkTest {

    @Test
    void everyFileThatAJobNamesStaysAndNothingElseDoes() {
        ForAll.cases(SplittableRandom::split, random -> {
            Life life = new Life(random);
            for (int step = 0; step < 30; step++) {
                life.step();
                life.assertNothingIsMissing();
            }
            life.end();
            life.assertNothingIsLeft();
        });
    }

    /** Some jobs of one owner, some workers, and whoever collects orphans among them. */
    private static final class Life {

        /** Shorter than a run may take, and longer than it takes from an upload to its job. */
        private static final Duration GRACE = Duration.ofSeconds(10);

        private final SplittableRandom random;
        private final InMemoryData data = new InMemoryData();
        private final JobStore jobs = new InMemoryJobStore(data);
        private final TurnableClock clock = new TurnableClock(NOW);
        private final InMemoryPhotoStore files = new InMemoryPhotoStore(clock);
        private final CollectOrphans orphans =
                new CollectOrphans(files, new InMemoryJobCensus(data), new OrphanPolicy(GRACE), clock);
        private final List<Claim> claims = new ArrayList<>();
        private WorkerId worker = aWorkerId();

        Life(SplittableRandom random) {
            this.random = random;
        }

        void step() {
            clock.turn(Duration.ofSeconds(random.nextInt(15)));
            switch (random.nextInt(10)) {
                case 0 -> upload();
                case 1, 2 -> admit(upload());
                case 3, 4 -> claim();
                case 5 -> write();
                case 6 -> end(anyClaim());
                case 7 -> touch(anyJob());
                default -> orphans.collect("", Instant.MAX);
            }
        }

        private JobId upload() {
            JobId id = aJobId();
            files.put(key(id), new byte[] {1}, PhotoFormat.JPEG);
            return id;
        }

        private static PhotoKey key(JobId id) {
            return PhotoOrder.uploadKey("ann", id.toString(), PhotoFormat.JPEG);
        }

        private void admit(JobId id) {
            PhotoOrder order = new PhotoOrder(key(id), PhotoFormat.JPEG, PhotoWish.studioWhite(Shadow.NO_SHADOW));
            JobSpec spec = new JobSpec(PhotoOrder.KIND, order.write(), "mug");
            jobs.admit(new JobRequest(id, ANN, spec, Idempotency.none()), clock.instant());
        }

        /** Sometimes the one before has died. */
        private void claim() {
            if (random.nextInt(3) == 0) {
                clock.turn(StalePolicy.DEFAULT.lease().plusSeconds(1));
                jobs.rescue(StalePolicy.DEFAULT, RetryPolicy.of(1), clock.instant());
                worker = aWorkerId();
            }
            jobs.beat(worker, clock.instant());
            claims.addAll(jobs.turn(worker, List.of(), 1, clock.instant()).claims());
        }

        private List<Claim> anyClaim() {
            return claims.isEmpty() ? List.of() : List.of(claims.get(random.nextInt(claims.size())));
        }

        private List<Job> allJobs() {
            return jobs.list(ANN, new JobQuery(Optional.empty(), new JobQuery.Offset(0), JobQuery.MOST))
                    .jobs();
        }

        private List<Job> anyJob() {
            List<Job> all = allJobs();
            return all.isEmpty() ? List.of() : List.of(all.get(random.nextInt(all.size())));
        }

        private PhotoResult write(Claim claim) {
            PhotoResult result = PhotoResult.placeFor(ANN, claim.fence());
            result.keys().forEach(key -> files.put(key, new byte[] {1}, PhotoFormat.PNG));
            return result;
        }

        /** Whoever has a claim writes; whether he still has it, he does not know. */
        private void write() {
            anyClaim().forEach(this::write);
        }

        private void end(List<Claim> some) {
            some.forEach(claim -> settle(
                    claim,
                    switch (random.nextInt(4)) {
                        case 0 -> new Settlement.GivenUp(Failure.ofWork("The image is broken."));
                        case 1 -> new Settlement.HandedBack();
                        default -> new Settlement.Done(write(claim).write());
                    }));
        }

        private void settle(Claim claim, Ending ending) {
            jobs.turn(worker, List.of(new Settlement(claim.fence(), ANN, ending)), 0, clock.instant());
        }

        private void touch(List<Job> some) {
            some.forEach(job -> {
                switch (random.nextInt(3)) {
                    case 0 -> jobs.remove(ANN, job.id());
                    case 1 -> jobs.cancel(ANN, job.id(), clock.instant());
                    default -> jobs.readmit(ANN, job.id(), clock.instant());
                }
            });
        }

        private Set<PhotoKey> named() {
            Set<PhotoKey> named = new HashSet<>();
            allJobs().forEach(job -> named.addAll(PhotoFiles.of(job)));
            return named;
        }

        void assertNothingIsMissing() {
            Set<PhotoKey> missing = named();
            missing.removeAll(files.keys());
            assertEquals(Set.of(), missing);
        }

        /** All that can still run is called off, and all that can be collected is. */
        void end() {
            allJobs().forEach(job -> jobs.cancel(ANN, job.id(), clock.instant()));
            clock.turn(GRACE);
            assertTrue(orphans.collect("", Instant.MAX).next().isEmpty());
        }

        void assertNothingIsLeft() {
            assertEquals(named(), files.keys());
        }
    }
}
