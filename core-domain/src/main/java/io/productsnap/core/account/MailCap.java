package io.productsnap.core.account;

import io.productsnap.core.limit.Throttle;
import io.productsnap.core.person.EmailAddress;

/**
 * How many mails one address gets that anybody can have sent there: a stranger's mailbox is not to be filled by us. Whoever
 * asks is not told that the cap was met, for that would tell that an account with the address was asked about.
 *
 * @param throttle 3 in an hour by default
 */
public record MailCap(Throttle throttle) {

    /** Takes a place, if there is one. */
    boolean allows(EmailAddress to) {
        return throttle.take("mail:" + to).fold(place -> true, refused -> false);
    }
}
