package io.productsnap.core.session;

import java.time.Duration;

/** What came of a login, in a word. */
final class LoginInWords implements LogIn.Answers<String> {
    @Override
    public String loggedIn(Tokens tokens) {
        return "in";
    }

    @Override
    public String wrong() {
        return "wrong";
    }

    @Override
    public String disabled() {
        return "disabled";
    }

    @Override
    public String tooMany(Duration retryAfter) {
        return "wait " + retryAfter;
    }
}
