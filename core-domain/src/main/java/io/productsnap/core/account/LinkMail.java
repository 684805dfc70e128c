package io.productsnap.core.account;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.user.OneTimeLink;

/**
 * A mail that carries a one-time link.
 *
 * @param link what is stored of it
 */
record LinkMail(OneTimeLink link, Mail mail) {

    @Override
    public String toString() {
        return "LinkMail[" + link.purpose() + "]";
    }
}
