package io.productsnap.web;

import io.productsnap.core.person.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many streams each user has open: a connection is cheap, not free. Thread-safe. */
final class StreamCounts {

    private final Map<UserId, Integer> open = new ConcurrentHashMap<>();
    private final int most;

    StreamCounts(int most) {
        this.most = most;
    }

    /** @return whether there was room for one more; then it must be left again */
    boolean enter(UserId user) {
        boolean[] entered = new boolean[1];
        open.compute(user, (id, count) -> {
            int present = count == null ? 0 : count;
            entered[0] = present < most;
            return entered[0] ? Integer.valueOf(present + 1) : count;
        });
        return entered[0];
    }

    void leave(UserId user) {
        open.computeIfPresent(user, (id, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }
}
