package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.Unavailable;
import io.productsnap.core.user.PasswordHasher;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns what went wrong into an answer. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String BEARER = "Bearer realm=\"productsnap\"";

    private Problems() {}

    static Problem badRequest(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, detail);
    }

    static Problem badLink() {
        return badRequest("This link is not good any more. Please ask for a new one.");
    }

    static Problem badCursor() {
        return badRequest("This cursor is not one of ours.");
    }

    static Problem unreadableForm() {
        return badRequest("The form cannot be read.");
    }

    static Problem noToken() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "Please log in.").with("WWW-Authenticate", BEARER);
    }

    static Problem badToken(String detail) {
        return Problem.of(HttpStatus.UNAUTHORIZED, detail)
                .with("WWW-Authenticate", BEARER + ", error=\"invalid_token\"");
    }

    static Problem noMetrics() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "The metrics are for whoever has their token.")
                .with("WWW-Authenticate", "Bearer realm=\"metrics\"");
    }

    static Problem wrongPassword() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "The e-mail address or the password is wrong.")
                .with("WWW-Authenticate", BEARER);
    }

    /** The client asks the person for the password, and comes again. */
    static Problem reauthenticationRequired() {
        return forbidden("Please sign in again.").typed("reauthentication-required");
    }

    static Problem busy() {
        return unavailable("The server is busy. Please try again in a moment.", Duration.ofSeconds(2));
    }

    static Problem tooManyAttempts(Duration wait) {
        return tooMany("Too many attempts. Please try again later.", wait);
    }

    static Problem forbidden(String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, detail);
    }

    static Problem notFound(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, detail);
    }

    static Problem noSuchJob() {
        return notFound("There is no such job.");
    }

    static Problem wrongMethod(HandlerType method, String allowed) {
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take " + method.name() + ".")
                .with("Allow", allowed);
    }

    static Problem conflict(String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail);
    }

    static Problem tooLarge(String detail) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    static Problem unsupported(String detail) {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    static Problem invalid(String field, String message) {
        return invalid(List.of(new Complaint(field, message)));
    }

    /** A client that shows the detail alone still tells the person what is wrong, where it is one thing. */
    static Problem invalid(List<Complaint> complaints) {
        String detail = complaints.size() == 1 ? complaints.get(0).message() : "Some fields need your attention.";
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, detail).because(complaints);
    }

    static Problem tooMany(String detail, Duration wait) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, detail).retryAfter(wait);
    }

    static Problem unavailable(String detail, Duration wait) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, detail).retryAfter(wait);
    }

    /** @param until when there will be new ones; empty when never */
    static Problem quotaUsedUp(Optional<Instant> until, Instant now) {
        return until.map(day -> tooMany(
                        "You have used all photos of your plan. There will be new ones on " + DAY.format(day) + ".",
                        Duration.between(now, day)))
                .orElseGet(() ->
                        Problem.of(HttpStatus.TOO_MANY_REQUESTS, "You have used all photos that your plan gives."));
    }

    /** Answers whatever a route throws, and whatever has no route. */
    static void install(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> e.problem().to(ctx));
        routes.exception(PasswordHasher.Busy.class, (e, ctx) -> busy().to(ctx));
        routes.exception(PhotoStore.Unavailable.class, (e, ctx) -> away(e, "Our photo store cannot be reached.", ctx));
        routes.exception(Unavailable.class, (e, ctx) -> away(e, "Our database cannot be reached.", ctx));
        routes.exception(
                ClientGone.class,
                (e, ctx) -> badRequest("The request broke off.").to(ctx));
        routes.exception(HttpResponseException.class, Problems::refusedByRouter);
        routes.exception(Exception.class, Problems::unexpected);
    }

    private static void away(Unavailable unavailable, String detail, Context ctx) {
        LOG.warn("{} {}: {}", ctx.method(), ctx.path(), detail, unavailable);
        unavailable(detail + " Please try again soon.", Duration.ofSeconds(10)).to(ctx);
    }

    private static void refusedByRouter(HttpResponseException refused, Context ctx) {
        HttpStatus status = HttpStatus.forStatus(refused.getStatus());
        if (refused instanceof MethodNotAllowedResponse) {
            wrongMethod(ctx.method(), String.join(", ", refused.getDetails().values()))
                    .to(ctx);
            return;
        }
        String detail = status == HttpStatus.NOT_FOUND ? "There is nothing here." : status.getMessage() + ".";
        Problem.of(status, detail).to(ctx);
    }

    private static void unexpected(Exception unexpected, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), unexpected);
        Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side. Please try again.")
                .to(ctx);
    }
}
