package io.productsnap.core.account;

import io.productsnap.core.mail.Letter;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.UuidV7;
import io.productsnap.core.user.LinkToken;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Writes to people about their accounts. Sends and stores nothing. Thread-safe if the random generator is. */
public final class AccountMails {

    private final URI frontEnd;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param frontEnd where the pages are; never taken from a request, which anybody can forge
     * @param random a cryptographically strong one
     */
    public AccountMails(URI frontEnd, Clock clock, RandomGenerator random) {
        this.frontEnd = frontEnd;
        this.clock = clock;
        this.random = random;
    }

    /** Asks whether the address is really its owner's. */
    LinkMail verifyEmail(UserId user, EmailAddress to) {
        LinkToken token = LinkToken.next(random);
        Letter letter = Letter.about("Please confirm your mail address")
                .says("Welcome to ProductSnap. Please confirm that this address is yours.")
                .leadsTo(page("/verify-email", token), "Confirm my address")
                .says("The link is good for 24 hours. If you did not sign up, ignore this mail.");
        return new LinkMail(link(token, Purpose.VERIFY_EMAIL, user, Optional.empty()), letter.to(to, id()));
    }

    LinkMail resetPassword(UserId user, EmailAddress to) {
        LinkToken token = LinkToken.next(random);
        Letter letter = Letter.about("Choose a new password")
                .says("Somebody, you we hope, has asked for a new password for your ProductSnap account.")
                .leadsTo(page("/reset-password", token), "Choose a new password")
                .says("The link is good for an hour, once. If you did not ask, ignore this mail: your password stays.");
        return new LinkMail(link(token, Purpose.RESET_PASSWORD, user, Optional.empty()), letter.to(to, id()));
    }

    /** @param wanted the address that is to be the user's, to which this goes */
    LinkMail changeEmail(UserId user, EmailAddress wanted) {
        LinkToken token = LinkToken.next(random);
        Letter letter = Letter.about("Please confirm your new mail address")
                .says("Please confirm that this address is to be the one of your ProductSnap account.")
                .leadsTo(page("/confirm-email", token), "Use this address")
                .says("The link is good for an hour. If you have no account with us, ignore this mail.");
        return new LinkMail(link(token, Purpose.CHANGE_EMAIL, user, Optional.of(wanted)), letter.to(wanted, id()));
    }

    /** @param from who changed it */
    Mail passwordChanged(EmailAddress to, Client from) {
        return Letter.about("Your password was changed")
                .says("The password of your ProductSnap account was changed on " + Letter.time(clock.instant())
                        + ", from the internet address " + from.ip() + ".")
                .says("If that was not you, choose a new password at once: that ends every session.")
                .leadsTo(URI.create(frontEnd + "/forgot-password"), "Choose a new password")
                .to(to, id());
    }

    /**
     * What the old address is told. Not the new one: whoever reads the old mailbox today may be somebody else.
     *
     * @param from who followed the link that was sent to the new address
     */
    Mail emailChanged(EmailAddress old, Client from) {
        return Letter.about("Your mail address was changed")
                .says("Your ProductSnap account has another mail address since " + Letter.time(clock.instant())
                        + ". It was confirmed from the internet address " + from.ip() + ".")
                .says("If that was not you, somebody knows your password: please write to our support at once.")
                .to(old, id());
    }

    private OneTimeLink link(LinkToken token, Purpose purpose, UserId user, Optional<EmailAddress> address) {
        Instant end = clock.instant().plus(purpose.life());
        return new OneTimeLink(token.hash(), purpose, user, end, address);
    }

    private URI page(String path, LinkToken token) {
        return URI.create(frontEnd + path + "?token=" + token.value());
    }

    private UUID id() {
        return UuidV7.of(clock.instant(), random);
    }
}
