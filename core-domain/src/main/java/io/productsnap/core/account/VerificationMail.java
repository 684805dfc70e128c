package io.productsnap.core.account;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.UuidV7;
import io.productsnap.core.user.LinkToken;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The mail that asks whether an address is really its owner's, with the link it carries.
 *
 * @param link what is stored of it
 */
record VerificationMail(OneTimeLink link, Mail mail) {

    private static final Duration LIFE = Duration.ofHours(24);

    /** @param frontEnd where the pages are; never taken from a request, which anybody can forge */
    static VerificationMail write(UserId user, EmailAddress to, URI frontEnd, Instant now, RandomGenerator random) {
        LinkToken token = LinkToken.next(random);
        OneTimeLink link = new OneTimeLink(token.hash(), Purpose.VERIFY_EMAIL, user, now.plus(LIFE));
        String url = frontEnd + "/verify-email?token=" + token.value();
        String text = """
                Welcome to ProductSnap.

                Please confirm that this address is yours:

                %s

                The link is good for 24 hours. If you did not sign up, ignore this mail.
                """.formatted(url);
        String html = """
                <!doctype html>
                <html lang="en">
                <body style="font-family:sans-serif;color:#1f2933">
                <h1 style="font-size:20px">Welcome to ProductSnap</h1>
                <p>Please confirm that this address is yours:</p>
                <p><a href="%s" style="background:#1f6f5c;color:#fff;padding:10px 18px;border-radius:6px;\
                text-decoration:none">Confirm my address</a></p>
                <p>The link is good for 24 hours. If you did not sign up, ignore this mail.</p>
                </body>
                </html>
                """.formatted(url);
        return new VerificationMail(
                link, new Mail(UuidV7.of(now, random), to, "Please confirm your mail address", text, html));
    }
}
