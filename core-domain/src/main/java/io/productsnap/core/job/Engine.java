package io.productsnap.core.job;

import io.productsnap.core.signal.Repeater;
import io.productsnap.core.signal.Signals;
import io.productsnap.core.signal.Signals.Subscription;
import io.productsnap.core.signal.Signals.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Runs jobs: takes them from a store, gives them to their handlers, writes down what came of it. Any number of engines,
 * in any number of processes, may work on one store.
 *
 * <pre>{@code
 * Engine engine = Engine.builder(store).handler(new JobKind("greet"), handler).build();
 * engine.start();
 * engine.submit(new Owner("ann"), new JobSpec(new JobKind("greet"), "hello", ""));
 * }</pre>
 *
 * <p>Thread-safe. Everything that happens goes to the log under this package's name ({@link System.Logger}).
 */
public final class Engine implements AutoCloseable {

    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);
    private static final Duration UNTIL_TOLD = Duration.ofDays(365);

    private final Signals signals;
    private final Clock clock;
    private final RandomGenerator random;
    private final Worker worker;
    private final List<Repeater> repeaters;
    private final Repeater pump;
    private final Repeater secondPump;
    private final Repeater recheck;
    private final Listeners listeners;
    private final SubmitJob submitJob;
    private final CancelJob cancelJob;
    private final ReadmitJob readmitJob;
    private List<Subscription> subscriptions = List.of();
    private boolean started;
    private boolean stopped;

    Engine(EngineBuilder builder) {
        this.signals = builder.signals;
        this.clock = builder.clock;
        this.random = builder.random;
        EngineSettings settings = builder.settings;
        this.listeners = builder.allListeners();
        this.worker = new Worker(builder, this::turnNow, this::turnWithin);
        Duration beat = settings.stale().beatEvery();
        // The second one has no clock of its own: what nobody tells of, one look finds as well as two.
        this.pump = new Repeater("productsnap-pump", settings.poll(), watched("turn", worker::turn));
        this.secondPump = new Repeater("productsnap-pump-2", UNTIL_TOLD, watched("turn", worker::turn));
        this.recheck = new Repeater("productsnap-recheck", settings.poll(), watched("recheck", worker::recheck));
        this.submitJob = new SubmitJob(builder.store);
        this.cancelJob = new CancelJob(builder.store, builder.events, clock);
        this.readmitJob = new ReadmitJob(builder.store, builder.events, clock);
        this.repeaters = List.of(
                new Repeater("productsnap-beat", beat, watched("beat", worker::beat)),
                new Repeater("productsnap-guard", beat.dividedBy(5), watched("guard", worker::guard)),
                new Repeater("productsnap-rescue", beat.multipliedBy(2), watched("rescue", worker::rescue)),
                new Repeater("productsnap-promote", beat.multipliedBy(4), watched("promote", worker::promote)),
                recheck,
                pump,
                secondPump);
    }

    private Runnable watched(String duty, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error trouble) {
                listeners.troubled(duty, trouble);
                throw trouble;
            }
        };
    }

    public static EngineBuilder builder(JobStore store) {
        return new EngineBuilder(store);
    }

    /** Asks for a job that is counted against its owner's quota and queued. Works whether or not the engine runs. */
    public Admission submit(Owner owner, JobSpec spec) {
        return submit(owner, spec, Idempotency.none());
    }

    /** The same, told from its own repetition. */
    public Admission submit(Owner owner, JobSpec spec, Idempotency idempotency) {
        Instant now = clock.instant();
        return submitJob.submit(new JobRequest(JobId.next(now, random), owner, spec, idempotency), now);
    }

    /**
     * The same, not to be started before a moment. It is started then, or a little later where another process runs it:
     * others look for what has become due once a lease.
     */
    public Admission submit(Owner owner, JobSpec spec, Idempotency idempotency, Instant notBefore) {
        Instant now = clock.instant();
        JobId id = JobId.next(now, random);
        Admission admission = submitJob.submit(new JobRequest(id, owner, spec, idempotency).notBefore(notBefore), now);
        worker.expect(notBefore);
        return admission;
    }

    /**
     * Asks for many jobs of one owner, in one round trip and one commit, each as {@link #submit} would in its turn: where the
     * quota holds the first of them alone, the rest is told that it is used up.
     *
     * @param specs at most {@link JobStore#MOST_AT_ONCE}
     * @return what became of each, in their order
     */
    public List<Admission> submitAll(Owner owner, List<JobSpec> specs) {
        Instant now = clock.instant();
        return submitAll(specs.stream()
                .map(spec -> new JobRequest(JobId.next(now, random), owner, spec, Idempotency.none()))
                .toList());
    }

    /** The same, for many owners, with keys and dates. */
    public List<Admission> submitAll(List<JobRequest> requests) {
        List<Admission> admissions = submitJob.submitAll(requests, clock.instant());
        requests.stream().flatMap(request -> request.notBefore().stream()).forEach(worker::expect);
        return admissions;
    }

    /** Calls a job off: one that waits is given back to the quota, one that runs is told to end. */
    public Cancellation cancel(Owner owner, JobId id) {
        return cancelJob.cancel(owner, id);
    }

    /** Queues a failed job again, as a new use of the quota. */
    public Readmission readmit(Owner owner, JobId id) {
        return readmitJob.readmit(owner, id);
    }

    /**
     * Begins to take jobs. The first call counts; one that failed, since the store could not be reached, does not.
     *
     * @throws IllegalStateException when the engine was stopped: build another
     */
    public synchronized void start() {
        if (stopped) {
            throw new IllegalStateException("a stopped engine does not start again");
        }
        if (started) {
            return;
        }
        worker.register();
        subscriptions = List.of(signals.listen(Topic.JOBS, this::turnNow), signals.listen(Topic.RECALLS, recheck::now));
        repeaters.forEach(Repeater::start);
        started = true;
    }

    /**
     * One round of work on the caller's thread, for tests: takes what can be claimed now, up to the number of threads,
     * runs it job by job, settles it. Rescues and promotes first. Not to be mixed with {@link #start}.
     *
     * @return how many jobs were run
     */
    public int runOnce() {
        return worker.runOnce();
    }

    /**
     * Takes no more jobs, lets those that run finish, interrupts them after the grace, and returns what is left to the
     * queue without spending a retry. Returns when all that is done.
     */
    public synchronized void stop(Duration grace) {
        if (stopped) {
            return;
        }
        stopped = true;
        subscriptions.forEach(Subscription::close);
        if (started) {
            worker.finish(grace);
        }
        repeaters.forEach(Repeater::end);
        repeaters.forEach(Repeater::close);
        if (started) {
            worker.retire();
        }
    }

    /** Stops with a grace of 30 seconds. */
    @Override
    public void close() {
        stop(DEFAULT_GRACE);
    }

    private void turnNow() {
        pump.now();
        if (worker.hasEnoughForTwo()) {
            secondPump.now();
        }
    }

    private void turnWithin(Duration time) {
        pump.againWithin(time);
    }
}
