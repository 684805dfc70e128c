package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.session.SessionId;
import java.util.List;
import java.util.Map;

/** Where one is logged in, and the end of that: {@code /api/auth/sessions} and {@code /api/auth/logout-all}. */
final class SessionRoutes {

    private final WebApp.Sessions sessions;
    private final Visitors visitors;

    SessionRoutes(WebApp.Sessions sessions, Visitors visitors) {
        this.sessions = sessions;
        this.visitors = visitors;
    }

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, "/api/auth/sessions", this::list);
        routes.delete("/api/auth/sessions/{id}", this::end);
        routes.post("/api/auth/logout-all", this::endAll);
    }

    private record SessionsView(List<SessionView> sessions) {}

    private record RevokedView(String message, long revoked) {}

    private void list(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        List<SessionView> views = sessions.list().of(caller.user()).stream()
                .map(session -> SessionView.of(session, caller))
                .toList();
        Answer.ok(new SessionsView(views)).to(ctx);
    }

    private void end(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        SessionId.parse(ctx.pathParam("id"))
                .filter(id -> sessions.logOut().end(caller.user(), id, visitors.client(ctx)))
                .map(id -> ended(id, caller))
                .orElseGet(() -> Problems.notFound("There is no such login."))
                .to(ctx);
    }

    private Reply ended(SessionId id, Caller caller) {
        return id.equals(caller.session())
                ? new NoContent(Map.of("Set-Cookie", visitors.cookie().cleared()))
                : new NoContent();
    }

    private void endAll(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        long revoked = sessions.logOut().everywhere(caller.user(), visitors.client(ctx));
        Answer.ok(new RevokedView("You are logged out everywhere.", revoked))
                .with("Set-Cookie", visitors.cookie().cleared())
                .to(ctx);
    }
}
