package io.productsnap.core.job;

import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.signal.Signals;
import io.productsnap.core.signal.Signals.Subscription;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What an engine is made of. Only the store is needed; without signals the engine polls, without events nobody watches,
 * and without an executor it has threads of its own.
 */
public final class EngineBuilder {

    final JobStore store;
    final Map<JobKind, JobHandler> handlers = new HashMap<>();
    EngineSettings settings = EngineSettings.DEFAULT;
    Signals signals = (topic, due) -> () -> {};
    JobEvents events = new NoEvents();
    LiveRuns live = new NoView();
    final List<EngineListener> listeners = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new SecureRandom();
    Optional<Executor> executor = Optional.empty();

    EngineBuilder(JobStore store) {
        this.store = store;
    }

    /** Jobs of this kind go to this handler; a kind has one. */
    public EngineBuilder handler(JobKind kind, JobHandler handler) {
        if (handlers.putIfAbsent(kind, handler) != null) {
            throw new IllegalArgumentException("kind has a handler already: " + kind);
        }
        return this;
    }

    /** The same, for jobs whose payload is a value. */
    public <T> EngineBuilder handler(JobType<T> type, JobType.Handler<T> handler) {
        return handler(type.kind(), type.handledBy(handler));
    }

    public EngineBuilder settings(EngineSettings other) {
        settings = other;
        return this;
    }

    public EngineBuilder threads(int threads) {
        return settings(settings.withThreads(threads));
    }

    public EngineBuilder retry(RetryPolicy retry) {
        return settings(settings.withRetry(retry));
    }

    public EngineBuilder signals(Signals other) {
        signals = other;
        return this;
    }

    public EngineBuilder events(JobEvents other) {
        events = other;
        return this;
    }

    /** Is kept up to date with what runs here. */
    public EngineBuilder liveRuns(LiveRuns other) {
        live = other;
        return this;
    }

    /** One more that is told what the engine does; there may be several. */
    public EngineBuilder listener(EngineListener another) {
        listeners.add(another);
        return this;
    }

    Listeners allListeners() {
        return new Listeners(listeners);
    }

    public EngineBuilder clock(Clock other) {
        clock = other;
        return this;
    }

    /** Draws ids and delays; it must be safe to use from many threads. */
    public EngineBuilder random(RandomGenerator other) {
        random = other;
        return this;
    }

    /** Runs the jobs; it must have room for as many at once as the settings say, and stays the caller's to shut down. */
    public EngineBuilder executor(Executor other) {
        executor = Optional.of(other);
        return this;
    }

    public Engine build() {
        return new Engine(this);
    }

    private static final class NoEvents implements JobEvents {
        @Override
        public void publish(JobEvent event) {
            // Nobody watches.
        }

        @Override
        public Subscription watch(JobId job, Consumer<JobEvent> watcher) {
            return () -> {};
        }
    }

    private static final class NoView implements LiveRuns {
        @Override
        public void seen(Owner owner, Fence run) {
            // Nobody looks.
        }

        @Override
        public void ended(Owner owner, Fence run) {
            // Nobody looks.
        }

        @Override
        public Map<Owner, Map<Fence, Instant>> inView() {
            return Map.of();
        }
    }
}
