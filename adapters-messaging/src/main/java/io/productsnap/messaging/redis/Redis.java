package io.productsnap.messaging.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The connections to one Redis. Opening it does no I/O: they are made when first needed, again and again until Redis is
 * there, and made anew when they break. Nobody waits for Redis longer than half a second. Thread-safe.
 */
public final class Redis implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** So many commands may be under way; the next is refused rather than kept. */
    private static final int MOST_PENDING = 10_000;

    private final RedisSettings settings;
    private final ClientResources resources;
    private final RedisClient client;
    private final Link<StatefulRedisConnection<String, String>> commands;
    private volatile boolean closed;

    public Redis(RedisSettings settings) {
        this.settings = settings;
        this.resources = ClientResources.builder()
                .reconnectDelay(Delay.exponential(Duration.ofMillis(10), LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS))
                .build();
        this.client = RedisClient.create(resources, uri(settings));
        client.setOptions(options());
        this.commands = new Link<>(() -> client.connectAsync(StringCodec.UTF8, uri(settings)), () -> !closed);
    }

    /** @throws IllegalStateException when Redis does not answer within half a second or two */
    public void check() {
        try {
            connection().sync().ping();
        } catch (RedisException away) {
            throw new IllegalStateException("Redis does not answer at " + settings, away);
        }
    }

    /** @throws RedisException when there is no connection */
    StatefulRedisConnection<String, String> connection() {
        try {
            return commands.connection().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new RedisException("no connection", away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted", stop);
        }
    }

    /** Runs a script over one key; always by its text, since a second try would be late. Never blocks. */
    CompletionStage<Long> script(String script, String key, String... arguments) {
        String[] keys = {key};
        return inOrder(async -> async.eval(script, ScriptOutputType.INTEGER, keys, arguments));
    }

    /** Takes a member out of a sorted set. Never blocks. */
    CompletionStage<Long> remove(String key, String member) {
        return inOrder(async -> async.zrem(key, member));
    }

    /** Fails while there is no connection yet: commands that wait for one come to it in any order. */
    private <T> CompletionStage<T> inOrder(
            Function<RedisAsyncCommands<String, String>, ? extends CompletionStage<T>> command) {
        CompletableFuture<StatefulRedisConnection<String, String>> connection = commands.connection();
        return connection.isDone()
                ? connection.thenCompose(made -> command.apply(made.async()))
                : CompletableFuture.failedFuture(new RedisException("no connection yet"));
    }

    /** Done when the message was handed to Redis. Never blocks. */
    CompletionStage<Long> publish(String channel, String message) {
        return commands.connection().thenCompose(made -> made.async().publish(channel, message));
    }

    /**
     * A connection for subscriptions.
     *
     * @param made is given it when it is first made
     */
    Link<StatefulRedisPubSubConnection<String, String>> subscriptions(
            Consumer<StatefulRedisPubSubConnection<String, String>> made) {
        return new Link<>(
                () -> client.connectPubSubAsync(StringCodec.UTF8, uri(settings)).thenApply(connection -> {
                    made.accept(connection);
                    return connection;
                }),
                () -> !closed);
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(Duration.ZERO, LONGEST_PAUSE);
        resources.shutdown(0, LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private static RedisURI uri(RedisSettings settings) {
        RedisURI.Builder uri = RedisURI.builder()
                .withHost(settings.host())
                .withPort(settings.port())
                .withSsl(settings.tls())
                .withDatabase(settings.database())
                .withClientName("productsnap")
                .withTimeout(PATIENCE);
        if (!settings.user().isEmpty()) {
            return uri.withAuthentication(settings.user(), settings.password()).build();
        }
        return settings.password().isEmpty()
                ? uri.build()
                : uri.withPassword(settings.password().toCharArray()).build();
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                // Else commands would wait for Redis to come back, and their callers with them.
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_PENDING)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PATIENCE)
                        .keepAlive(keepAlive())
                        .build())
                .build();
    }

    /** A subscription says nothing by itself: without this, a peer that vanished would never be missed. */
    private static KeepAliveOptions keepAlive() {
        return KeepAliveOptions.builder()
                .enable()
                .idle(Duration.ofSeconds(15))
                .interval(Duration.ofSeconds(5))
                .count(3)
                .build();
    }
}
