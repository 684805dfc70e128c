package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.standin.House.LOGINS;
import static io.productsnap.core.standin.House.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.session.Session;
import io.productsnap.core.standin.House;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {

    private static final String NEW = "a better password";

    private final House house = new House();
    private final Caller ann = house.caller(house.anAccount());

    private static final class InWords implements ChangePassword.Answers<String> {
        @Override
        public String changed() {
            return "changed";
        }

        @Override
        public String invalid(Complaint complaint) {
            return complaint.field();
        }

        @Override
        public String wrongPassword() {
            return "wrong";
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait " + retryAfter;
        }
    }

    private String change(String current, String wanted) {
        return house.changePassword.change(ann, current, wanted, PHONE, new InWords());
    }

    @Test
    void whoKnowsThePresentPasswordGetsAnotherAndStaysLoggedIn() {
        Session other = aSession(ann.user());
        house.stores.sessions().open(other, anEntry(ann.user(), "session.open"));
        house.newMails();

        assertEquals("changed", change(PASSWORD, NEW));

        assertTrue(house.hasher.matches(NEW, house.ann().passwordHash()));
        assertTrue(house.stores
                .sessions()
                .findLive(ann.session(), house.clock.instant())
                .isPresent());
        assertEquals(Optional.empty(), house.stores.sessions().findLive(other.id(), house.clock.instant()));
        Mail mail = house.newMails().get(0);
        assertEquals(ANNS_ADDRESS, mail.to());
        assertEquals("Your password was changed", mail.subject());
        assertEquals(
                AuditEntry.done(house.clock.instant(), ann.user(), "password.change", PHONE),
                house.recorded().get(0));
    }

    @Test
    void aWrongPasswordChangesNothingAndIsOnRecord() {
        assertEquals("wrong", change("wrong horse", NEW));

        assertTrue(house.hasher.matches(PASSWORD, house.ann().passwordHash()));
        assertEquals(
                AuditEntry.refused(house.clock.instant(), Optional.of(ann.user()), "password.change", PHONE),
                house.recorded().get(0));
    }

    @Test
    void aStolenTokenDoesNotServeForGuessing() {
        int before = house.hasher.hashes();

        List<String> answers = AtOnce.times(50, thread -> change("wrong horse", NEW));

        assertEquals(LOGINS.count(), Collections.frequency(answers, "wrong"));
        assertEquals(50 - LOGINS.count(), Collections.frequency(answers, "wait " + LOGINS.per()));
        assertEquals(before + LOGINS.count(), house.hasher.hashes());
        assertEquals("wait " + LOGINS.per(), change(PASSWORD, NEW));
    }

    @Test
    void aRightPasswordUsesUpNothing() {
        for (int i = 0; i < 2 * LOGINS.count(); i++) {
            assertEquals("changed", change(PASSWORD, PASSWORD));
        }
    }

    @Test
    void aBadNewPasswordCountsForNothing() {
        for (int i = 0; i < 2 * LOGINS.count(); i++) {
            assertEquals("new_password", change("wrong horse", "short"));
        }
        assertEquals("changed", change(PASSWORD, NEW));
    }

    @Test
    void whatIsTooLongIsNeverHashed() {
        int before = house.hasher.hashes();

        assertEquals("wrong", change("x".repeat(100_000), NEW));

        assertEquals(before, house.hasher.hashes());
    }

    @Test
    void ofThoseWhoKnewThePasswordAtOnceOneHasChangedIt() {
        List<String> answers = AtOnce.times(LOGINS.count(), thread -> change(PASSWORD, NEW + thread));

        assertEquals(1, Collections.frequency(answers, "changed"));
        assertTrue(house.hasher.matches(
                NEW + answers.indexOf("changed"), house.ann().passwordHash()));
    }
}
