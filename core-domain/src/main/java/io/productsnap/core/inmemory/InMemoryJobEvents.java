package io.productsnap.core.inmemory;

import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobId;
import io.productsnap.core.signal.Signals.Subscription;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** {@link JobEvents} within one process; a watcher is called on the thread that publishes. Thread-safe. */
public final class InMemoryJobEvents implements JobEvents {

    private static final System.Logger LOG = System.getLogger(InMemoryJobEvents.class.getName());

    private final Map<JobId, List<Consumer<JobEvent>>> watchers = new ConcurrentHashMap<>();

    @Override
    public void publish(JobEvent event) {
        for (Consumer<JobEvent> watcher : watchers.getOrDefault(event.job(), List.of())) {
            try {
                watcher.accept(event);
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, () -> "a watcher of job " + event.job() + " failed", failed);
            }
        }
    }

    @Override
    public Subscription watch(JobId job, Consumer<JobEvent> watcher) {
        watchers.compute(job, (id, present) -> {
            List<Consumer<JobEvent>> list = present == null ? new CopyOnWriteArrayList<>() : present;
            list.add(watcher);
            return list;
        });
        return () -> watchers.computeIfPresent(job, (id, present) -> {
            present.remove(watcher);
            return present.isEmpty() ? null : present;
        });
    }
}
