package io.productsnap.web;

import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream of a job's events (HTML, "Server-sent events"). Events may come doubled and out of order, from several
 * threads; what goes out rises. Thread-safe.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final OutputStream out;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private long last;

    /** @param seen the sequence of the event that the client has already; negative when it has none */
    EventStream(OutputStream out, long seen) {
        this.out = out;
        this.last = seen;
    }

    /** Completes when the stream is over, from either side. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Does this when the stream is over; at once when it is already. */
    void onEnd(Runnable task) {
        CompletableFuture<Void> unused = ended.thenRun(task);
    }

    /** Sends the event if it is news, and ends the stream if it is the last one. */
    void send(JobEvent event) {
        JobStatus status = event.state().status();
        synchronized (this) {
            // The end is told even to a client that says it knows it: else it would wait for ever.
            if (event.sequence() <= last && !status.isFinal()) {
                return;
            }
            last = event.sequence();
            write("id: " + event.sequence() + "\nevent: " + name(status) + "\ndata: "
                    + Json.MAPPER.writeValueAsString(JobEventView.of(event)) + "\n\n");
            if (status.isFinal()) {
                end();
            }
        }
    }

    private static String name(JobStatus status) {
        return status.isFinal() ? JobSummaryView.word(status) : "progress";
    }

    /** Keeps proxies from giving the connection up, and finds out whether the client is still there. */
    void beat() {
        synchronized (this) {
            write(": still here\n\n");
        }
    }

    private void write(String text) {
        if (ended.isDone()) {
            return;
        }
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            LOG.debug("a listener has gone", gone);
            end();
        }
    }

    void end() {
        ended.complete(null);
    }
}
