package io.productsnap.web;

import io.productsnap.core.account.ConfirmPassword;
import java.time.Duration;

/** What is answered to whoever is logged in and does not know the password. */
interface PasswordRefusals extends ConfirmPassword.Refusals<Reply> {

    @Override
    default Reply wrongPassword() {
        return Problems.badRequest("The password is wrong.");
    }

    @Override
    default Reply tooMany(Duration retryAfter) {
        return Problems.tooManyAttempts(retryAfter);
    }
}
