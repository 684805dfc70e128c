package io.productsnap.web;

import java.time.Duration;

/** Is told of each request once it is answered: for metrics. Called on many threads at a time: thread-safe, and quick. */
@FunctionalInterface
public interface RequestListener {

    /**
     * A request was answered, or its stream has ended.
     *
     * @param method one of HTTP's own, or {@code OTHER}: senders can make up as many as they like
     * @param route its template, as {@code /api/jobs/{id}}, or {@code -}: there are as many as we wrote
     */
    void answered(String method, String route, int status, Duration took);
}
