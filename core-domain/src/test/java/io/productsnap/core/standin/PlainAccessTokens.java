package io.productsnap.core.standin;

import io.productsnap.core.session.AccessTokens;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Access tokens that are known again because they are remembered. */
public final class PlainAccessTokens implements AccessTokens {

    private final Map<String, Access> issued = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Clock clock;

    public PlainAccessTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String issue(Access access) {
        String token = "access-" + count.incrementAndGet();
        issued.put(token, access);
        return token;
    }

    @Override
    public Optional<Access> read(String token) {
        return Optional.ofNullable(issued.get(token))
                .filter(access -> clock.instant().isBefore(access.expiresAt()));
    }
}
