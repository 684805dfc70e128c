package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.productsnap.core.account.Register;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.LogIn;
import io.productsnap.core.session.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The answers of the calls that open a session or go on with one.
 *
 * @param refreshInBody whether the body carries the refresh token too, where a script can read it
 */
record TokenReplies(RefreshCookie cookie, DeviceCookie device, boolean refreshInBody)
        implements Register.Answers<Reply>, LogIn.Answers<Reply> {

    /** What a client is given. */
    record TokenView(
            String accessToken,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> refreshToken,
            String tokenType,
            long expiresIn) {

        @Override
        public String toString() {
            return "TokenView";
        }
    }

    static TokenReplies of(WebSettings settings) {
        return new TokenReplies(
                new RefreshCookie(settings.isSecure()),
                new DeviceCookie(settings.isSecure()),
                settings.refreshTokenInBody());
    }

    @Override
    public Reply registered(Tokens tokens) {
        return knowing(Answer.created(view(tokens)), tokens);
    }

    @Override
    public Reply loggedIn(Tokens tokens) {
        return knowing(Answer.ok(view(tokens)), tokens);
    }

    /** The session goes on, which makes no device known that was not. */
    Reply refreshed(Tokens tokens) {
        return Answer.ok(view(tokens)).with("Set-Cookie", cookie.of(tokens));
    }

    private Answer knowing(Answer answer, Tokens tokens) {
        return answer.with("Set-Cookie", cookie.of(tokens)).with("Set-Cookie", device.of(tokens));
    }

    private TokenView view(Tokens tokens) {
        Optional<String> refresh = refreshInBody ? Optional.of(tokens.refresh()) : Optional.empty();
        return new TokenView(
                tokens.access(), refresh, "bearer", tokens.accessLife().toSeconds());
    }

    @Override
    public Reply taken() {
        return Problems.conflict("This e-mail address is already registered.");
    }

    @Override
    public Reply invalid(List<Complaint> complaints) {
        return Problems.invalid(complaints);
    }

    @Override
    public Reply wrong() {
        return Problems.wrongPassword();
    }

    @Override
    public Reply disabled() {
        return Problems.forbidden("This account is disabled.");
    }

    @Override
    public Reply tooMany(Duration retryAfter) {
        return Problems.tooManyAttempts(retryAfter);
    }
}
