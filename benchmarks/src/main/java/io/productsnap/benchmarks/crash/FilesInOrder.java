package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.Job;
import io.productsnap.core.photo.CollectOrphans;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoResult;
import io.productsnap.core.photo.StoredFile;
import io.productsnap.core.policy.OrphanPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Once orphans were collected, what jobs name is there, and nothing else. */
final class FilesInOrder implements Judge {

    /** Nobody writes any more. */
    private static final OrphanPolicy AT_ONCE = new OrphanPolicy(Duration.ofMillis(1));

    @Override
    public List<Violation> judge(Evidence evidence) {
        Office office = evidence.office();
        new CollectOrphans(office.photos(), office.census(), AT_ONCE, Clock.systemUTC()).collect("", Instant.MAX);
        Set<String> there = there(office);
        Set<String> named = new HashSet<>();
        evidence.jobs().values().forEach(job -> named.addAll(namedBy(job)));
        List<Violation> broken = new ArrayList<>();
        named.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> broken.add(new Violation(Promise.FILES, "gone: " + name)));
        there.stream()
                .filter(name -> !named.contains(name))
                .filter(name -> evidence.ledger().isOfOneOfOurs(name))
                .forEach(name -> broken.add(new Violation(Promise.FILES, "orphan: " + name)));
        return broken;
    }

    private static Set<String> there(Office office) {
        Set<String> names = new HashSet<>();
        List<StoredFile> page = office.photos().list("", 1_000);
        while (!page.isEmpty()) {
            page.forEach(file -> names.add(file.name()));
            page = office.photos().list(page.get(page.size() - 1).name(), 1_000);
        }
        return names;
    }

    private static Set<String> namedBy(Job job) {
        Set<String> named = new HashSet<>();
        if (job.spec().kind().equals(PhotoOrder.KIND)) {
            named.add(PhotoOrder.read(job.spec().payload()).upload().value());
            job.state().produced().map(PhotoResult::read).ifPresent(result -> {
                named.add(result.picture().value());
                named.add(result.thumbnail().value());
            });
        }
        return named;
    }
}
