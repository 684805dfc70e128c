package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says 405 where the router would not: {@code /api/jobs/create} looks like {@code /api/jobs/{id}} to it, and would be nobody's
 * job.
 *
 * @param allowed what the address takes, as {@code Allow} has it
 */
record WrongMethod(String allowed) implements Handler {

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE);

    /** To be installed before the routes that the address looks like. */
    static void installAllBut(List<HandlerType> allowed, RoutesConfig routes, String path) {
        Handler wrong = new WrongMethod(allowed.stream().map(HandlerType::name).collect(Collectors.joining(", ")));
        METHODS.stream()
                .filter(method -> !allowed.contains(method))
                .forEach(method -> routes.addHttpHandler(method, path, wrong));
    }

    @Override
    public void handle(Context ctx) {
        Problems.wrongMethod(ctx.method(), allowed).to(ctx);
    }
}
