package io.productsnap.messaging.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.policy.SlidingWindow;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One count for all processes: a sorted set a key, the tickets by the time they were taken. Redis runs the script as one
 * step and by its own clock, so neither many at once nor clocks apart make it wrong. While Redis is away, another limiter
 * decides. Thread-safe.
 */
public final class RedisRateLimiter implements RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimiter.class);
    private static final String PREFIX = "productsnap:limit:";

    /** Tells the tickets of Redis from those of the other limiter. */
    private static final String OURS = "redis-";

    /** Returns 0 when there was a place, else the microseconds until one is free. */
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local count = tonumber(ARGV[1])
            local per = tonumber(ARGV[2])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - per)
            local taken = redis.call('ZCARD', KEYS[1])
            if taken < count then
              redis.call('ZADD', KEYS[1], now, ARGV[3])
              redis.call('PEXPIRE', KEYS[1], math.ceil(per / 1000))
              return 0
            end
            local first = redis.call('ZRANGE', KEYS[1], taken - count, taken - count, 'WITHSCORES')
            return math.max(1, first[2] + per - now)
            """;

    private final Redis redis;
    private final RateLimiter fallback;
    private final Outage outage = new Outage(LOG, "limits hold in each process by itself", System::nanoTime);

    /** @param fallback decides while Redis does not answer */
    public RedisRateLimiter(Redis redis, RateLimiter fallback) {
        this.redis = redis;
        this.fallback = fallback;
    }

    @Override
    public Admission take(String key, SlidingWindow window) {
        if (!outage.mayAsk()) {
            return fallback.take(key, window);
        }
        Taken place = new Taken(key, OURS + UUID.randomUUID());
        try {
            long wait = ask(place, window);
            outage.worked();
            return wait == 0 ? place : new Refused(Duration.of(wait, ChronoUnit.MICROS));
        } catch (RedisException away) {
            outage.failed(away);
            return fallback.take(key, window);
        }
    }

    /** Does not wait: on one connection, commands arrive in the order they were given. */
    @Override
    public void giveBack(Taken place) {
        if (!place.ticket().startsWith(OURS)) {
            fallback.giveBack(place);
            return;
        }
        // Without Redis the place is lost: it frees itself at the end of its window.
        if (outage.mayAsk()) {
            redis.remove(PREFIX + place.key(), place.ticket()).whenComplete((removed, failure) -> {
                if (failure == null) {
                    outage.worked();
                } else {
                    outage.failed(failure);
                }
            });
        }
    }

    private long ask(Taken place, SlidingWindow window) {
        RedisCommands<String, String> commands = redis.connection().sync();
        String[] keys = {PREFIX + place.key()};
        String[] arguments = {
            Integer.toString(window.count()),
            Long.toString(Math.max(1, TimeUnit.NANOSECONDS.toMicros(window.per().toNanos()))),
            place.ticket()
        };
        try {
            return commands.<Long>evalsha(commands.digest(TAKE), ScriptOutputType.INTEGER, keys, arguments);
        } catch (RedisNoScriptException unknownYet) {
            return commands.<Long>eval(TAKE, ScriptOutputType.INTEGER, keys, arguments);
        }
    }
}
