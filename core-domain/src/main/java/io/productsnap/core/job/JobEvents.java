package io.productsnap.core.job;

import io.productsnap.core.signal.Signals.Subscription;
import java.util.function.Consumer;

/**
 * Carries events from the worker that makes them to whoever watches, on any node. Best effort: an event may be lost,
 * doubled or late, and the job store has the truth. Thread-safe; neither method throws for want of a server.
 */
public interface JobEvents {

    void publish(JobEvent event);

    /** Calls {@code watcher} with each event of the job, on a thread of the adapter: it must be quick and throw nothing. */
    Subscription watch(JobId job, Consumer<JobEvent> watcher);
}
