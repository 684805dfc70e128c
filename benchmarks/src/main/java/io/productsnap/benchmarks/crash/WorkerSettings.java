package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.EngineSettings;
import io.productsnap.core.policy.Backoff;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a worker process must be told, in its environment. */
record WorkerSettings(String postgres, String redis, Path folder, Path journal, Duration lease, int threads) {

    Map<String, String> environment() {
        return Map.of(
                "POSTGRES", postgres,
                "REDIS", redis,
                "FOLDER", folder.toString(),
                "JOURNAL", journal.toString(),
                "LEASE", lease.toString(),
                "THREADS", Integer.toString(threads));
    }

    static WorkerSettings read(Map<String, String> environment) {
        return new WorkerSettings(
                wanted(environment, "POSTGRES"),
                wanted(environment, "REDIS"),
                Path.of(wanted(environment, "FOLDER")),
                Path.of(wanted(environment, "JOURNAL")),
                Duration.parse(wanted(environment, "LEASE")),
                Integer.parseInt(wanted(environment, "THREADS")));
    }

    private static String wanted(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a worker must be told " + name);
        }
        return value;
    }

    /** The defaults in a short life: leases of seconds, and delays that a round can wait for. */
    EngineSettings engine() {
        RetryPolicy retry = new RetryPolicy(3, 3, new Backoff(Duration.ofMillis(100), Duration.ofMillis(400)));
        return new EngineSettings(
                threads, retry, new StalePolicy(lease, Duration.ofMinutes(15)), Duration.ofSeconds(5));
    }

    Place place() {
        return new Place(folder);
    }
}
