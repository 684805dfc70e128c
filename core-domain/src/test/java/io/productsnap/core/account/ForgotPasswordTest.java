package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.standin.House.ACCOUNTS;
import static io.productsnap.core.standin.House.RECIPIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.standin.CountingUserStore;
import io.productsnap.core.standin.House;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ForgotPasswordTest {

    private static final EmailAddress NOBODYS = new EmailAddress("nobody@example.com");

    private final House house = new House();

    @BeforeEach
    void open() {
        house.anAccount();
        house.newMails();
    }

    private static final class InWords implements ForgotPassword.Answers<String> {
        @Override
        public String heard() {
            return "heard";
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait " + retryAfter;
        }

        @Override
        public String busy() {
            return "busy";
        }
    }

    private String ask(EmailAddress email, Client client) {
        return house.forgotPassword.ask(email, client, new InWords());
    }

    private static Client client(int number) {
        return new Client("192.0.2." + number, "a browser");
    }

    @Test
    void theOwnerIsMailedALinkAndItIsOnRecord() {
        assertEquals("heard", ask(ANNS_ADDRESS, PHONE));

        Mail mail = house.newMails().get(0);
        assertEquals(ANNS_ADDRESS, mail.to());
        assertTrue(mail.text().contains("https://shop.example/reset-password?token="), mail.text());
        assertEquals(
                AuditEntry.done(house.clock.instant(), house.ann().id(), "password.forgot", PHONE),
                house.recorded().get(0));
    }

    @Test
    void nobodyIsAnsweredTheSameAndIsMailedNothing() {
        int before = house.recorded().size();

        assertEquals("heard", ask(NOBODYS, PHONE));

        assertEquals(List.of(), house.newMails());
        assertEquals(before, house.recorded().size());
    }

    @Test
    void theAnswerIsGivenBeforeAnythingIsLookedUp() {
        CountingUserStore users = new CountingUserStore(house.stores.users());
        Deque<Runnable> later = new ArrayDeque<>();
        ForgotPassword forgot = house.forgotPassword(users, later::add);

        assertEquals("heard", forgot.ask(ANNS_ADDRESS, PHONE, new InWords()));
        assertEquals("heard", forgot.ask(NOBODYS, PHONE, new InWords()));

        assertEquals(0, users.asked());
        assertEquals(0, house.newMails().size());
        assertEquals(2, later.size());
        later.forEach(Runnable::run);
        assertEquals(2, users.asked());
        assertEquals(1, house.newMails().size());
    }

    @Test
    void oneClientIsHeardSoOften() {
        List<String> answers = AtOnce.times(20, thread -> ask(NOBODYS, PHONE));

        assertEquals(ACCOUNTS.count(), Collections.frequency(answers, "heard"));
        assertEquals(20 - ACCOUNTS.count(), Collections.frequency(answers, "wait " + ACCOUNTS.per()));
        assertEquals("heard", ask(NOBODYS, client(8)));
    }

    @Test
    void oneAddressIsMailedSoOftenAndNobodyIsToldThatItWas() {
        List<String> answers = AtOnce.times(20, thread -> ask(ANNS_ADDRESS, client(thread)));

        assertEquals(20, Collections.frequency(answers, "heard"));
        assertEquals(RECIPIENT.count(), house.newMails().size());

        house.clock.turn(RECIPIENT.per());
        ask(ANNS_ADDRESS, client(30));
        assertEquals(1, house.newMails().size());
    }

    @Test
    void whoIsShutOutIsMailedNothing() {
        house.stores.accounts().disable(house.ann().id(), anEntry(house.ann().id(), "account.disable"));

        assertEquals("heard", ask(ANNS_ADDRESS, PHONE));

        assertEquals(List.of(), house.newMails());
    }

    @Test
    void whoComesWhenTooManyWaitIsTurnedAwayAndNothingIsCounted() {
        ForgotPassword full = house.forgotPassword(house.stores.users(), task -> {
            throw new RejectedExecutionException("full");
        });

        for (int i = 0; i < 2 * ACCOUNTS.count(); i++) {
            assertEquals("busy", full.ask(ANNS_ADDRESS, PHONE, new InWords()));
        }
        assertEquals("heard", ask(ANNS_ADDRESS, PHONE));
    }
}
