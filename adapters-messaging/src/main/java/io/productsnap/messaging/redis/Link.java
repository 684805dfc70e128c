package io.productsnap.messaging.redis;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A connection that is begun when somebody first asks for it. Once made, Lettuce keeps it up; until then this tries again
 * every second, and whoever asks meanwhile is told at once that there is none. Thread-safe.
 *
 * @param <C> the kind of connection
 */
final class Link<C> {

    private static final Executor IN_A_SECOND = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Supplier<? extends CompletionStage<C>> connect;
    private final BooleanSupplier wanted;
    private Optional<CompletableFuture<C>> latest = Optional.empty();

    /** @param wanted whether to go on trying */
    Link(Supplier<? extends CompletionStage<C>> connect, BooleanSupplier wanted) {
        this.connect = connect;
        this.wanted = wanted;
    }

    /** The latest attempt: made, failed or under way. */
    synchronized CompletableFuture<C> connection() {
        if (latest.isEmpty()) {
            attempt();
        }
        return latest.orElseThrow();
    }

    private synchronized void attempt() {
        CompletionStage<C> attempt = begin();
        latest = Optional.of(attempt.toCompletableFuture());
        attempt.whenComplete((connection, failure) -> {
            if (failure != null && wanted.getAsBoolean()) {
                IN_A_SECOND.execute(this::attempt);
            }
        });
    }

    private CompletionStage<C> begin() {
        try {
            return connect.get();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
