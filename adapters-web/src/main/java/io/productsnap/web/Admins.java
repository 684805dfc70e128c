package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.user.UserStore;

/** Lets administrators through. It is looked up each time: who is made one, or is one no more, has no new token. */
record Admins(Callers callers, UserStore users) {

    /** @throws ProblemException when nobody is logged in, or somebody else */
    Caller demand(Context ctx) {
        Caller caller = callers.demand(ctx);
        if (users.find(caller.user()).filter(user -> user.standing().admin()).isEmpty()) {
            throw new ProblemException(Problems.forbidden("This is for administrators."));
        }
        return caller;
    }
}
