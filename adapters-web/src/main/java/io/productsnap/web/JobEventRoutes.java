package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.person.UserId;
import io.productsnap.core.signal.Signals.Subscription;
import io.productsnap.core.user.User;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watching a job live. A stream holds a connection and no thread: a few threads of this class serve all of them, since an event
 * is a line that fits any socket's buffer.
 */
final class JobEventRoutes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventRoutes.class);
    private static final int THREADS = 4;
    private static final int MOST_FOR_ONE = 20;
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** Events are best effort: the store is asked as well, so that a lost one is late and not missing. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final JobStore jobs;
    private final JobEvents events;
    private final EventTickets tickets;
    private final Callers callers;
    private final StreamCounts counts = new StreamCounts(MOST_FOR_ONE);
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor threads;

    JobEventRoutes(WebApp app, Callers callers) {
        WebApp.Jobs watched = app.photos().jobs();
        this.jobs = watched.store();
        this.events = watched.events();
        this.tickets = new EventTickets(watched.ticketKey(), app.clock());
        this.callers = callers;
        this.threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "event-streams");
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        // Whoever publishes need not know that nobody listens any more.
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void install(RoutesConfig routes) {
        routes.post("/api/jobs/{id}/ticket", this::ticket);
        routes.get("/api/jobs/{id}/events", this::listen);
    }

    private record TicketView(String ticket, long expiresIn) {}

    private void ticket(Context ctx) {
        UserId user = callers.demand(ctx).user();
        Job job = find(User.owner(user), JobRoutes.id(ctx));
        Answer.ok(new TicketView(tickets.issue(job.id(), user), EventTickets.LIFE.toSeconds()))
                .to(ctx);
    }

    private void listen(Context ctx) {
        UserId user = listener(ctx);
        Job job = find(User.owner(user), JobRoutes.id(ctx));
        if (!counts.enter(user)) {
            throw new ProblemException(
                    Problems.tooMany("You are watching too many jobs at once.", Duration.ofSeconds(5)));
        }
        EventStream stream = begin(ctx);
        open.add(stream);
        stream.onEnd(() -> {
            open.remove(stream);
            counts.leave(user);
        });
        if (threads.isShutdown()) {
            // It came too late to be ended with the others.
            stream.end();
        }
        ctx.future(() -> {
            follow(stream, job);
            return stream.ended();
        });
    }

    private UserId listener(Context ctx) {
        Optional<String> ticket = Optional.ofNullable(ctx.queryParam("ticket"));
        if (ticket.isEmpty() || ctx.header("Authorization") != null) {
            return callers.demand(ctx).user();
        }
        return tickets.open(ticket.get(), JobRoutes.id(ctx))
                .orElseThrow(() -> new ProblemException(Problems.badToken("This ticket is not good any more.")));
    }

    private Job find(Owner owner, JobId id) {
        return jobs.find(owner, id).orElseThrow(() -> new ProblemException(Problems.noSuchJob()));
    }

    private static EventStream begin(Context ctx) {
        ctx.contentType("text/event-stream;charset=utf-8");
        ctx.header("X-Accel-Buffering", "no");
        try {
            // Now, and not with the first event: a client that resumes may have to wait for that.
            ctx.res().flushBuffer();
            return new EventStream(ctx.res().getOutputStream(), lastSeen(ctx));
        } catch (IOException gone) {
            throw new ClientGone(gone);
        }
    }

    private static long lastSeen(Context ctx) {
        try {
            return Long.parseLong(
                    Optional.ofNullable(ctx.header("Last-Event-ID")).orElse("-1"));
        } catch (NumberFormatException noneOfOurs) {
            return -1;
        }
    }

    /** First the watching, then the looking: what happens between is not missed. */
    private void follow(EventStream stream, Job job) {
        Subscription subscription = events.watch(job.id(), event -> threads.execute(() -> stream.send(event)));
        ScheduledFuture<?> looks = every(LOOK, () -> look(stream, job.owner(), job.id()));
        ScheduledFuture<?> beats = every(BEAT, stream::beat);
        stream.onEnd(() -> {
            subscription.close();
            looks.cancel(false);
            beats.cancel(false);
        });
        look(stream, job.owner(), job.id());
    }

    private ScheduledFuture<?> every(Duration interval, Runnable task) {
        return threads.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(EventStream stream, Owner owner, JobId id) {
        try {
            jobs.find(owner, id).map(JobEvent::of).ifPresentOrElse(stream::send, stream::end);
        } catch (RuntimeException unavailable) {
            // The next look may do better, and till then there are the events themselves.
            LOG.warn("job {} could not be looked at", id, unavailable);
        }
    }

    /** Ends all streams: their clients come back, to another node or to this one's next life. */
    @Override
    public void close() {
        threads.shutdownNow();
        open.forEach(EventStream::end);
    }
}
