package io.productsnap.messaging.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.sync.RedisCommands;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.Require;
import io.productsnap.core.policy.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One view for all processes: a sorted set an owner, {@code productsnap:running:{owner}}, its members {@code job:fence} by
 * the moment, of Redis' own clock and in milliseconds, at which they drop out. While Redis is away the view misses what
 * happens; beats and the mending bring it back. Thread-safe.
 */
public final class RedisLiveRuns implements LiveRuns {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLiveRuns.class);
    private static final String PREFIX = "productsnap:running:";
    private static final Pattern MEMBER = Pattern.compile("([0-9a-f-]{36}):([0-9]{1,18})");
    private static final int PAGE = 500;

    /** The set goes when its last member would, so that nothing is left of owners who are gone. */
    private static final String SEEN = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """;

    private final Redis redis;
    private final Duration memory;
    private final Outage outage = new Outage(LOG, "the live view of what runs stands still", System::nanoTime);

    /** @param memory a run that was not seen for so long drops out: longer than two beats of a worker */
    public RedisLiveRuns(Redis redis, Duration memory) {
        Require.positive(memory, "memory");
        this.redis = redis;
        this.memory = memory;
    }

    @Override
    public void seen(Owner owner, Fence run) {
        String[] arguments = {Long.toString(memory.toMillis()), member(run)};
        tell(() -> redis.script(SEEN, PREFIX + owner, arguments));
    }

    @Override
    public void ended(Owner owner, Fence run) {
        tell(() -> redis.remove(PREFIX + owner, member(run)));
    }

    private void tell(Supplier<CompletionStage<Long>> command) {
        if (outage.mayAsk()) {
            command.get().whenComplete((done, failure) -> {
                if (failure == null) {
                    outage.worked();
                } else {
                    outage.failed(failure);
                }
            });
        }
    }

    @Override
    public Map<Owner, Map<Fence, Instant>> inView() {
        try {
            RedisCommands<String, String> commands = redis.connection().sync();
            long now = milliseconds(commands.time());
            Map<Owner, Map<Fence, Instant>> inView = new HashMap<>();
            for (String key : keys(commands)) {
                Map<Fence, Instant> runs = runs(commands, key, now);
                if (!runs.isEmpty()) {
                    inView.put(new Owner(key.substring(PREFIX.length())), runs);
                }
            }
            return inView;
        } catch (RedisException away) {
            throw new Unavailable("the live view of what runs cannot be reached", away);
        }
    }

    private Map<Fence, Instant> runs(RedisCommands<String, String> commands, String key, long now) {
        Map<Fence, Instant> runs = new HashMap<>();
        for (ScoredValue<String> entry : commands.zrangeWithScores(key, 0, -1)) {
            long dropsOut = (long) entry.getScore();
            Optional<Fence> run = run(entry.getValue());
            if (run.isEmpty()) {
                LOG.warn("a member of {} is no run of ours; removed", key);
                commands.zrem(key, entry.getValue());
            } else if (dropsOut > now) {
                runs.put(run.get(), Instant.ofEpochMilli(dropsOut).minus(memory));
            }
        }
        return runs;
    }

    private static Set<String> keys(RedisCommands<String, String> commands) {
        ScanArgs args = ScanArgs.Builder.matches(PREFIX + "*").limit(PAGE);
        Set<String> keys = new HashSet<>();
        KeyScanCursor<String> page = commands.scan(ScanCursor.INITIAL, args);
        keys.addAll(page.getKeys());
        while (!page.isFinished()) {
            page = commands.scan(page, args);
            keys.addAll(page.getKeys());
        }
        return keys;
    }

    private static long milliseconds(List<String> time) {
        return Long.parseLong(time.get(0)) * 1000 + Long.parseLong(time.get(1)) / 1000;
    }

    private static String member(Fence run) {
        return run.job() + ":" + run.number();
    }

    private static Optional<Fence> run(String member) {
        Matcher parts = MEMBER.matcher(member);
        return parts.matches()
                ? JobId.parse(parts.group(1)).map(job -> new Fence(job, Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
