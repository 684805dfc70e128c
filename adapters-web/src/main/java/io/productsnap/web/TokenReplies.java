package io.productsnap.web;

import io.productsnap.core.account.Register;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.LogIn;
import io.productsnap.core.session.Tokens;
import java.time.Duration;
import java.util.List;

/** The answers of the calls that open a session or go on with one. */
record TokenReplies(RefreshCookie cookie) implements Register.Answers<Reply>, LogIn.Answers<Reply> {

    /** What a client is given. */
    record TokenView(String accessToken, String refreshToken, String tokenType, long expiresIn) {

        @Override
        public String toString() {
            return "TokenView";
        }
    }

    @Override
    public Reply registered(Tokens tokens) {
        return Answer.created(view(tokens)).with("Set-Cookie", cookie.of(tokens));
    }

    @Override
    public Reply loggedIn(Tokens tokens) {
        return Answer.ok(view(tokens)).with("Set-Cookie", cookie.of(tokens));
    }

    private static TokenView view(Tokens tokens) {
        return new TokenView(
                tokens.access(), tokens.refresh(), "bearer", tokens.accessLife().toSeconds());
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
