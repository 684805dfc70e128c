package io.productsnap.core.job;

import io.productsnap.core.policy.Failure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Gives claims to their handlers, on threads of its own or on the embedder's. Thread-safe. */
final class Runner {

    private static final System.Logger LOG = System.getLogger(Runner.class.getName());

    private final EngineBuilder made;
    private final Map<JobKind, JobHandler> handlers;
    private final Announcer announcer;
    private final Optional<ExecutorService> ownThreads;
    private final Executor executor;

    Runner(EngineBuilder builder, Announcer announcer) {
        this.made = builder;
        this.handlers = Map.copyOf(builder.handlers);
        this.announcer = announcer;
        this.ownThreads =
                builder.executor.isPresent() ? Optional.empty() : Optional.of(threads(builder.settings.threads()));
        this.executor = builder.executor.orElseGet(ownThreads::orElseThrow);
    }

    private static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "productsnap-job");
            thread.setDaemon(true);
            return thread;
        });
    }

    Run runOf(Claim claim) {
        JobHandler handler = handlers.getOrDefault(claim.spec().kind(), Runner::unknown);
        return new Run(claim, handler, made.store, announcer, made.clock);
    }

    private static Outcome unknown(Claim claim, JobHandler.Progress progress) {
        LOG.log(
                Level.ERROR,
                "job {0}: this engine has no handler for \"{1}\"",
                claim.job(),
                claim.spec().kind());
        return Outcome.failed(Failure.passing(
                "No worker here knows how to do \"" + claim.spec().kind() + "\"."));
    }

    /** @return whether there was a thread for it */
    boolean onAThread(Run run, Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, () -> "job " + run.claim().job() + ": no thread for it", full);
            return false;
        }
    }

    /** Lets the tasks end that were given to threads of our own, for so long. */
    void close(Duration atMost) {
        ownThreads.ifPresent(threads -> {
            threads.shutdown();
            try {
                threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            threads.shutdownNow();
        });
    }
}
