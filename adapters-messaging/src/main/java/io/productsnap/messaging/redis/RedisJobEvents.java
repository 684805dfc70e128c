package io.productsnap.messaging.redis;

import io.productsnap.core.inmemory.InMemoryJobEvents;
import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobId;
import io.productsnap.core.signal.Signals.Subscription;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events over Redis' publish and subscribe, a channel a job: a process hears of the jobs that somebody watches there, and
 * of no others. Watchers in the publishing process are called at once and on the publishing thread, with or without Redis;
 * what comes back from Redis is for the others, so each message says who sent it. Thread-safe.
 */
public final class RedisJobEvents implements JobEvents {

    private static final Logger LOG = LoggerFactory.getLogger(RedisJobEvents.class);

    private final String self = UUID.randomUUID() + " ";
    private final InMemoryJobEvents here = new InMemoryJobEvents();
    private final Outage outage = new Outage(LOG, "watchers of other processes miss events", System::nanoTime);
    private final Redis redis;
    private final JobChannels channels;

    public RedisJobEvents(Redis redis) {
        this.redis = redis;
        this.channels = new JobChannels(redis, this::heard);
    }

    @Override
    public void publish(JobEvent event) {
        tell(event);
        redis.publish(JobChannels.of(event.job()), self + JobEventText.write(event))
                .whenComplete((receivers, failure) -> {
                    if (failure == null) {
                        outage.worked();
                    } else {
                        outage.failed(failure);
                    }
                });
    }

    @Override
    public Subscription watch(JobId job, Consumer<JobEvent> watcher) {
        Subscription local = here.watch(job, watcher);
        channels.join(job);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                local.close();
                channels.leave(job);
            }
        };
    }

    private void heard(JobId job, String message) {
        if (!message.startsWith(self)) {
            JobEventText.read(job, message.substring(message.indexOf(' ') + 1))
                    .ifPresentOrElse(
                            this::tell, () -> LOG.warn("a message on the channel of job {} is no event; ignored", job));
        }
    }

    private void tell(JobEvent event) {
        try {
            here.publish(event);
        } catch (RuntimeException watcherFailed) {
            LOG.warn("a watcher of job {} failed", event.job(), watcherFailed);
        }
    }
}
