package io.productsnap.security.argon2;

import io.productsnap.core.policy.Require;
import io.productsnap.core.user.PasswordHasher.Busy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * Lets few hash at once and few more wait, in the order they came. Each bench keeps its memory, which spares the
 * collector 19 MiB a hash: a third of the whole cost. Thread-safe.
 */
final class Workshop {

    private final int benches;
    private final Semaphore doors;
    private final Semaphore free;
    private final Queue<BlockPool> memories = new ConcurrentLinkedQueue<>();

    /**
     * @param benches how many hash at once
     * @param waiting how many more wait for one
     */
    Workshop(int benches, int waiting) {
        this.benches = Require.atLeast(1, benches, "benches");
        this.doors = new Semaphore(benches + Require.atLeast(0, waiting, "waiting"));
        this.free = new Semaphore(benches, true);
        Stream.generate(() -> new FixedBlockPool(Cost.OURS.memory()))
                .limit(benches)
                .forEach(memories::add);
    }

    /** @throws Busy when too many wait already */
    <T> T work(Cost cost, Function<BlockPool, T> task) {
        if (!doors.tryAcquire()) {
            throw new Busy();
        }
        try {
            return cost.isUsual() ? atABench(task) : alone(task);
        } finally {
            doors.release();
        }
    }

    private <T> T atABench(Function<BlockPool, T> task) {
        // Uninterruptibly: the queue is short, so the wait is, and half a login helps nobody.
        free.acquireUninterruptibly();
        BlockPool memory = memories.remove();
        try {
            return task.apply(memory);
        } finally {
            memories.add(memory);
            free.release();
        }
    }

    /** A hash that needs more memory than ours has the workshop to itself, and memory that is not kept. */
    private <T> T alone(Function<BlockPool, T> task) {
        free.acquireUninterruptibly(benches);
        try {
            return task.apply(new FixedBlockPool(0));
        } finally {
            free.release(benches);
        }
    }
}
