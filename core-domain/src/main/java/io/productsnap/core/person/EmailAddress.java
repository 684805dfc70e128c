package io.productsnap.core.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address, trimmed and in lower case, so that two spellings of one address are equal.
 *
 * <p>The check is the deliberate narrowing of RFC 5321 that browsers make too (HTML, "valid e-mail address"), with a
 * dot in the domain: whether an address works, only a mail to it can tell.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    /** @throws IllegalArgumentException when it is no address; use {@link #parse} for what comes from outside */
    public EmailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not a mail address in its normal form");
        }
    }

    /** What stands for the address of somebody who has left: no mail ever arrives there (RFC 2606, section 2). */
    public static EmailAddress ofNobody(UserId left) {
        return new EmailAddress("closed-" + left + "@closed.invalid");
    }

    /** @return the address that {@code text} spells; empty when it spells none */
    public static Optional<EmailAddress> parse(String text) {
        if (text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String normal = text.strip().toLowerCase(Locale.ROOT);
        return isAddress(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
