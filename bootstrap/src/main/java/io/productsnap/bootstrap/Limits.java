package io.productsnap.bootstrap;

import io.productsnap.core.policy.SlidingWindow;

/**
 * How often somebody may do what costs us something.
 *
 * @param login failures of one client
 * @param account failures to log in to one account, from devices that it does not know
 * @param register attempts of one client
 * @param resend verification mails of one client
 * @param forgot mails for a forgotten password that one client asks for
 * @param recipient mails to one address that anybody can have sent there
 * @param contact messages of one client through the contact form
 * @param preview previews of one person
 */
record Limits(
        SlidingWindow login,
        SlidingWindow account,
        SlidingWindow register,
        SlidingWindow resend,
        SlidingWindow forgot,
        SlidingWindow recipient,
        SlidingWindow contact,
        SlidingWindow preview) {

    static Limits read(Environment from) {
        return new Limits(
                from.limit("LIMIT_LOGIN", "5/PT5M"),
                from.limit("LIMIT_ACCOUNT", "10/PT15M"),
                from.limit("LIMIT_REGISTER", "5/PT15M"),
                from.limit("LIMIT_RESEND", "3/PT15M"),
                from.limit("LIMIT_FORGOT_PASSWORD", "3/PT15M"),
                from.limit("LIMIT_RECIPIENT", "3/PT1H"),
                from.limit("LIMIT_CONTACT", "5/PT15M"),
                from.limit("LIMIT_PREVIEW", "30/PT5M"));
    }
}
