package io.productsnap.messaging.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.RedisPubSubListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.productsnap.core.job.JobId;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this process subscribed to the channels of just those jobs that somebody watches. What should be is a count a
 * job; whenever that changes, Redis confirms something or a connection is made, what is gets adjusted. So neither the
 * order of two threads nor a lost connection leaves a watched job without its subscription. Thread-safe.
 */
final class JobChannels extends RedisPubSubAdapter<String, String> implements RedisConnectionStateListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobChannels.class);
    private static final String PREFIX = "productsnap:job:";

    private final Map<String, Integer> watched = new ConcurrentHashMap<>();
    private final BiConsumer<JobId, String> heard;
    private final Link<StatefulRedisPubSubConnection<String, String>> link;

    /** @param heard gets each message, on a thread of Lettuce */
    JobChannels(Redis redis, BiConsumer<JobId, String> heard) {
        this.heard = heard;
        this.link = redis.subscriptions(this::made);
    }

    static String of(JobId job) {
        return PREFIX + job;
    }

    void join(JobId job) {
        watched.merge(of(job), 1, Integer::sum);
        adjust(of(job));
    }

    void leave(JobId job) {
        watched.computeIfPresent(of(job), (channel, count) -> count == 1 ? null : count - 1);
        adjust(of(job));
    }

    /** With no connection there is nothing to do: {@link #subscribeAll} comes when it is made. */
    private void adjust(String channel) {
        noted(link.connection()
                .thenCompose(connection -> watched.containsKey(channel)
                        ? connection.async().subscribe(channel)
                        : connection.async().unsubscribe(channel)));
    }

    private void made(StatefulRedisPubSubConnection<String, String> connection) {
        connection.addListener((RedisConnectionStateListener) this);
        connection.addListener((RedisPubSubListener<String, String>) this);
        subscribeAll(connection);
    }

    private void subscribeAll(StatefulRedisPubSubConnection<String, String> connection) {
        String[] channels = watched.keySet().toArray(String[]::new);
        if (channels.length > 0) {
            noted(connection.async().subscribe(channels));
        }
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> again, SocketAddress where) {
        noted(link.connection().thenAccept(this::subscribeAll));
    }

    @Override
    public void subscribed(String channel, long count) {
        if (!watched.containsKey(channel)) {
            adjust(channel);
        }
    }

    @Override
    public void unsubscribed(String channel, long count) {
        if (watched.containsKey(channel)) {
            adjust(channel);
        }
    }

    @Override
    public void message(String channel, String message) {
        Optional.of(channel)
                .filter(ours -> ours.startsWith(PREFIX))
                .flatMap(ours -> JobId.parse(ours.substring(PREFIX.length())))
                .ifPresent(job -> heard.accept(job, message));
    }

    /** What fails for want of a connection is made good when there is one. */
    private static void noted(CompletionStage<?> request) {
        request.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.debug("a channel could not be joined or left", failure);
            }
        });
    }
}
