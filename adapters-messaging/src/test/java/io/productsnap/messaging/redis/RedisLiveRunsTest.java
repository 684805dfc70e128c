package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lettuce.core.api.sync.RedisCommands;
import io.productsnap.core.contract.Eventually;
import io.productsnap.core.contract.LiveRunsContract;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.Unavailable;
import io.productsnap.embedded.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedisLiveRunsTest implements LiveRunsContract {

    private static final Random RANDOM = new Random();

    private final Door door = new Door(RedisSettings.parse(TestServers.redis()));
    private final Redis redis = new Redis(door.settings());
    private final LiveRuns live = new RedisLiveRuns(redis, MEMORY);
    private final Owner owner = new Owner("hand-made " + RANDOM.nextLong());
    private final Fence run = new Fence(JobId.next(Instant.now(), RANDOM), 3);

    @BeforeEach
    void connect() {
        redis.check();
    }

    @AfterEach
    void close() {
        commands().keys("productsnap:running:*").forEach(key -> commands().del(key));
        redis.close();
        door.close();
    }

    @Override
    public LiveRuns live() {
        return live;
    }

    /** Redis' clock cannot be turned: all that was seen was seen so much earlier instead. */
    @Override
    public void pass(Duration time) {
        commands()
                .keys("productsnap:running:*")
                .forEach(key -> commands()
                        .zrange(key, 0, -1)
                        .forEach(member -> commands().zincrby(key, -1.0 * time.toMillis(), member)));
    }

    private RedisCommands<String, String> commands() {
        return redis.connection().sync();
    }

    @Test
    void theKeysAndMembersAreThoseThatOperatorsKnow() {
        live.seen(owner, run);

        Eventually.until(() -> commands().exists("productsnap:running:" + owner) == 1);
        assertEquals(
                run.job() + ":3",
                commands().zrange("productsnap:running:" + owner, 0, -1).get(0));
    }

    @Test
    void aSetIsGoneWhenItsLastMemberWouldBe() {
        live.seen(owner, run);

        Eventually.until(() -> commands().pttl("productsnap:running:" + owner) > 0);
    }

    @Test
    void whatIsNoRunIsThrownOut() {
        commands().zadd("productsnap:running:" + owner, Double.MAX_VALUE, "by hand");

        assertEquals(Map.of(), live.inView());
        assertEquals(0, commands().exists("productsnap:running:" + owner));
    }

    @Test
    void withoutRedisNothingIsRefusedAndNothingIsKnown() {
        live.inView();
        door.shut();

        live.seen(owner, run);
        live.ended(owner, run);
        assertThrows(Unavailable.class, live::inView);

        door.open();
        Eventually.until(() -> {
            live.seen(owner, run);
            return isInView();
        });
    }

    private boolean isInView() {
        try {
            return live.inView().containsKey(owner);
        } catch (Unavailable notYet) {
            return false;
        }
    }
}
