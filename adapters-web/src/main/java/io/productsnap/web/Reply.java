package io.productsnap.web;

import io.javalin.http.Context;

/** What a route answers: use cases call back with what has happened, and get one of these for it. */
sealed interface Reply permits Answer, NoContent, Problem, Picture {

    /** Writes it. */
    void to(Context ctx);
}
