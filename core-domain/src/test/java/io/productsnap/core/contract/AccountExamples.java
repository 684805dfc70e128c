package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.anId;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.job.Allowance;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Sha256;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Builders for people and what belongs to them. */
public final class AccountExamples {

    public static final EmailAddress ANNS_ADDRESS = new EmailAddress("ann@example.com");
    public static final Client PHONE = new Client("192.0.2.7", "Mozilla/5.0 (a phone)");

    private AccountExamples() {}

    /** An account for Ann's address, opened now. */
    public static AccountExample anAccount() {
        return new AccountExample(
                ANNS_ADDRESS, NOW, Examples.terms().jobsInAll(5).forEver());
    }

    public static UserId aUserId() {
        return new UserId(anId());
    }

    /** A login that begins now. */
    public static Session aSession(UserId user) {
        return aSession(user, NOW);
    }

    private static Session aSession(UserId user, Instant now) {
        return new Session(
                new SessionId(anId()), user, PHONE, 0, now, now, now.plus(RotationPolicy.DEFAULT.absolute()));
    }

    public static Mail aMail() {
        return new Mail(anId(), ANNS_ADDRESS, "A subject: ü", "A text.\nWith lines.\n", "<p>A text.</p>");
    }

    /** A link that is good for a day. */
    public static OneTimeLink aLink(UserId user) {
        return aLink(user, NOW.plus(Duration.ofDays(1)));
    }

    public static OneTimeLink aLink(UserId user, Instant expiresAt) {
        return new OneTimeLink(aTokenHash(), Purpose.VERIFY_EMAIL, user, expiresAt);
    }

    private static String aTokenHash() {
        return Sha256.hex(anId().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A link that is good for an hour and sets a password. */
    public static OneTimeLink aResetLink(UserId user) {
        return new OneTimeLink(aTokenHash(), Purpose.RESET_PASSWORD, user, NOW.plus(Purpose.RESET_PASSWORD.life()));
    }

    /** A link that is good for an hour and makes this the user's address. */
    public static OneTimeLink aLinkTo(String address, UserId user) {
        return new OneTimeLink(
                aTokenHash(),
                Purpose.CHANGE_EMAIL,
                user,
                NOW.plus(Purpose.CHANGE_EMAIL.life()),
                Optional.of(new EmailAddress(address)));
    }

    public static AuditEntry anEntry(UserId user, String action) {
        return AuditEntry.done(NOW, user, action, PHONE);
    }

    /** An account to open; each {@link #create()} is one with ids of its own. */
    public record AccountExample(EmailAddress email, Instant now, Allowance allowance) {

        public AccountExample email(String address) {
            return new AccountExample(new EmailAddress(address), now, allowance);
        }

        public AccountExample at(Instant moment) {
            return new AccountExample(email, moment, allowance);
        }

        public NewAccount create() {
            UserId id = aUserId();
            Profile profile = new Profile(Optional.of("Ann Ä. O'Neill"), true);
            return new NewAccount(
                    new User(id, email, "$argon2id$hash", profile, Standing.NEW, now),
                    allowance,
                    aLink(id, now.plus(Duration.ofDays(1))),
                    aMail(),
                    aSession(id, now),
                    AuditEntry.done(now, id, "account.open", PHONE));
        }
    }
}
