package io.productsnap.bootstrap;

import io.productsnap.core.policy.SlidingWindow;

/**
 * How often somebody may do what costs us something.
 *
 * @param login failures of one client
 * @param register attempts of one client
 * @param resend verification mails of one client
 * @param preview previews of one person
 */
record Limits(SlidingWindow login, SlidingWindow register, SlidingWindow resend, SlidingWindow preview) {

    static Limits read(Environment from) {
        return new Limits(
                from.limit("LIMIT_LOGIN", "5/PT5M"),
                from.limit("LIMIT_REGISTER", "5/PT15M"),
                from.limit("LIMIT_RESEND", "3/PT15M"),
                from.limit("LIMIT_PREVIEW", "30/PT5M"));
    }
}
