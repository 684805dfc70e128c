package io.productsnap.core.session;

import io.productsnap.core.limit.RateLimiter.Refused;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.limit.Throttle.Attempt;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How many logins may fail. Many clients that share the guessing at one account are stopped by the second limit; its owner is
 * not, on a device that has logged in before.
 *
 * @param perClient whoever it tries to be; 5 in 5 minutes by default
 * @param perAccount from devices that it does not know, and whether or not there is such an account; 10 in 15 minutes by
 *     default
 */
public record LoginLimits(Throttle perClient, Throttle perAccount) {

    <T> Attempt<T> ofClient(Client client, Supplier<Attempt<T>> login, Function<Refused, T> full) {
        return perClient.attempt("login:" + client.network(), login, full);
    }

    <T> Attempt<T> ofAccount(EmailAddress email, Supplier<Attempt<T>> login, Function<Refused, T> full) {
        // The limiter's server has no business knowing addresses.
        String account = Sha256.hex(email.value().getBytes(StandardCharsets.UTF_8));
        return perAccount.attempt("login-account:" + account, login, full);
    }
}
