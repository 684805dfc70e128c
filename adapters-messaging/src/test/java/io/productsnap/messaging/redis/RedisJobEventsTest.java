package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.contract.JobEventsContract;
import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState.Processing;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.signal.Signals.Subscription;
import io.productsnap.embedded.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RedisJobEventsTest implements JobEventsContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Random RANDOM = new Random();

    private final Door door = new Door(RedisSettings.parse(TestServers.redis()));
    private final Redis here = new Redis(door.settings());
    private final Redis there = new Redis(door.settings());
    private final JobEvents publisher = new RedisJobEvents(there);
    private final JobEvents watcher = new RedisJobEvents(here);
    private final JobId job = JobId.next(NOW, RANDOM);
    private final Queue<JobEvent> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        here.close();
        there.close();
        door.close();
    }

    /** Of one process; the tests below are of two. */
    @Override
    public JobEvents events() {
        return watcher;
    }

    @Test
    void anEventReachesAnotherProcess() {
        watcher.watch(job, heard::add);
        untilSubscribed(job);

        publisher.publish(event(job, 1));

        Eventually.until(() -> heard.contains(event(job, 1)));
    }

    @Test
    void anEventOfThisProcessIsHeardOnce() {
        watcher.watch(job, heard::add);
        untilSubscribed(job);

        watcher.publish(event(job, 1));
        publisher.publish(event(job, 2));

        Eventually.until(() -> heard.contains(event(job, 2)));
        assertEquals(List.of(event(job, 1), event(job, 2)), List.copyOf(heard));
    }

    @Test
    void theChannelIsLeftWithTheLastWatcher() {
        Subscription one = watcher.watch(job, heard::add);
        Subscription other = watcher.watch(job, heard::add);
        untilSubscribed(job);

        one.close();
        one.close();
        publisher.publish(event(job, 1));
        Eventually.until(() -> heard.contains(event(job, 1)));
        other.close();

        Eventually.until(() -> subscribers(job) == 0);
    }

    @Test
    void withoutRedisTheProcessHearsItself() {
        door.shut();
        watcher.watch(job, heard::add);

        watcher.publish(event(job, 1));

        assertEquals(List.of(event(job, 1)), List.copyOf(heard));
    }

    @Test
    void subscriptionsLiveAgainWhenRedisIsBack() {
        watcher.watch(job, heard::add);
        untilSubscribed(job);
        JobId during = JobId.next(NOW, RANDOM);
        JobId given = JobId.next(NOW, RANDOM);
        Subscription givenUp = watcher.watch(given, heard::add);
        untilSubscribed(given);

        door.shut();
        watcher.watch(during, heard::add);
        givenUp.close();
        door.open();

        untilHeard(event(job, 1));
        untilHeard(event(during, 1));
        Eventually.until(() -> subscribers(given) == 0);
    }

    @Test
    void aRedisThatComesLaterIsSubscribedTo() {
        door.shut();
        watcher.watch(job, heard::add);
        door.open();

        untilHeard(event(job, 1));
    }

    @Test
    void nothingThatRedisDoesHoldsThePublisherUp() {
        publisher.publish(event(job, 1));
        Eventually.until(() -> isWell(there));
        door.hold();

        long before = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            publisher.publish(event(job, i % 100));
        }

        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "took " + took);
        door.letGo();
    }

    @Test
    void rubbishOnAChannelIsIgnored() {
        watcher.watch(job, heard::add);
        untilSubscribed(job);

        String channel = "productsnap:job:" + job;
        for (String rubbish : List.of("", " ", "x", "x 1 2 3", "\u0000\r\n", "x ".repeat(100_000))) {
            there.connection().sync().publish(channel, rubbish);
        }
        publisher.publish(event(job, 1));

        Eventually.until(() -> !heard.isEmpty());
        assertEquals(List.of(event(job, 1)), List.copyOf(heard));
    }

    @Test
    void aWatcherThatFailsHarmsNoOther() {
        JobId others = JobId.next(NOW, RANDOM);
        watcher.watch(job, event -> {
            throw new IllegalStateException("a watcher that breaks its promise");
        });
        watcher.watch(others, heard::add);
        untilSubscribed(job);
        untilSubscribed(others);

        watcher.publish(event(job, 1));
        publisher.publish(event(job, 2));
        publisher.publish(event(others, 3));

        Eventually.until(() -> heard.contains(event(others, 3)));
    }

    @Test
    void manyComeAndGoAtOnceAndEachHearsItsOwn() {
        List<JobId> jobs =
                IntStream.range(0, 300).mapToObj(i -> JobId.next(NOW, RANDOM)).toList();
        jobs.parallelStream().forEach(each -> {
            Subscription brief = watcher.watch(each, event -> {});
            watcher.watch(each, heard::add);
            brief.close();
        });
        jobs.forEach(this::untilSubscribed);

        jobs.forEach(each -> publisher.publish(event(each, 5)));

        Eventually.until(() -> heard.size() == 300);
        jobs.forEach(each -> assertTrue(heard.contains(event(each, 5))));
        assertFalse(heard.contains(event(job, 5)));
    }

    private void untilHeard(JobEvent event) {
        Eventually.until(() -> {
            publisher.publish(event);
            return heard.contains(event);
        });
    }

    private void untilSubscribed(JobId job) {
        Eventually.until(() -> subscribers(job) == 1);
    }

    private long subscribers(JobId job) {
        String channel = "productsnap:job:" + job;
        return isWell(there) ? there.connection().sync().pubsubNumsub(channel).getOrDefault(channel, 0L) : -1;
    }

    private static boolean isWell(Redis redis) {
        try {
            redis.check();
            return true;
        } catch (IllegalStateException away) {
            return false;
        }
    }

    private static JobEvent event(JobId job, int progress) {
        return JobEvent.of(job, 1, new Processing(NOW, progress), Attempts.NONE);
    }
}
