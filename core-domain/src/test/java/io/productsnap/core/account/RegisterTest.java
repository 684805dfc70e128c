package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.standin.House.ACCOUNTS;
import static io.productsnap.core.standin.House.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.job.Terms;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.session.Tokens;
import io.productsnap.core.standin.House;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RegisterTest {

    private final House house = new House();

    private String register(String email, String password, Optional<String> name, Client client) {
        return house.register.register(email, password, name, client, new InWords());
    }

    private String register(String email) {
        return register(email, PASSWORD, Optional.of("Ann"), PHONE);
    }

    private static final class InWords implements Register.Answers<String> {
        @Override
        public String registered(Tokens tokens) {
            return "registered";
        }

        @Override
        public String taken() {
            return "taken";
        }

        @Override
        public String invalid(List<Complaint> complaints) {
            return complaints.stream().map(Complaint::field).collect(Collectors.joining(" "));
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait " + retryAfter;
        }
    }

    private List<Waiting> mails() {
        return house.stores.outbox().take(10, Duration.ofMinutes(1), house.clock.instant());
    }

    @Test
    void anAccountIsOpenedOnTheFreePlan() {
        assertEquals("registered", register(" Ann@Example.com "));

        User ann = house.user(new EmailAddress("ann@example.com"));
        assertEquals(Optional.of("Ann"), ann.profile().fullName());
        assertEquals(Standing.NEW, ann.standing());
        assertTrue(house.hasher.matches(PASSWORD, ann.passwordHash()));
        assertEquals(
                Optional.of(new Terms("free", 1, 1, new QuotaPolicy(5, QuotaPolicy.Period.TOTAL, NOW))),
                house.stores.jobs().usage(User.owner(ann.id()), NOW).terms());
        assertEquals("account.open", house.recorded().get(0).action());
    }

    @Test
    void whoRegistersIsLoggedIn() {
        Tokens tokens = house.anAccount();

        assertEquals(
                house.ann().id(),
                house.authenticate.caller(tokens.access()).orElseThrow().user());
        assertTrue(house.refresh.refresh(tokens.refresh(), PHONE).isPresent());
    }

    @Test
    void theMailLeadsToOurOwnPages() {
        register("ann@example.com");

        Mail mail = mails().get(0).mail();
        assertEquals("ann@example.com", mail.to().value());
        assertTrue(mail.text().contains("https://shop.example/verify-email?token="), mail.text());
        assertTrue(mail.html().contains("https://shop.example/verify-email?token="), mail.html());
    }

    @Test
    void anAddressIsTakenHoweverItIsSpelled() {
        register("ann@example.com");
        int hashes = house.hasher.hashes();

        assertEquals("taken", register("ANN@example.com"));

        assertEquals(hashes, house.hasher.hashes());
        assertEquals(1, house.recorded().size());
        assertEquals(1, house.stores.outbox().waiting());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertEquals("email password full_name", register("no address", "short", Optional.of("two\nlines"), PHONE));

        assertEquals("email", register("", PASSWORD, Optional.empty(), PHONE));
        assertEquals("password", register("a@example.com", "x".repeat(129), Optional.empty(), PHONE));
        assertEquals("full_name", register("a@example.com", PASSWORD, Optional.of(" "), PHONE));
        assertEquals(0, house.hasher.hashes());
        assertTrue(house.recorded().isEmpty());
    }

    @Test
    void whatIsInvalidUsesUpNoTry() {
        for (int i = 0; i < 20; i++) {
            register("no address");
        }

        assertEquals("registered", register("ann@example.com"));
    }

    @Test
    void oneClientOpensNoMoreThanItsWindowHolds() {
        List<String> answers = AtOnce.times(20, thread -> register("user" + thread + "@example.com"));

        assertEquals(ACCOUNTS.count(), Collections.frequency(answers, "registered"));
        assertEquals(20 - ACCOUNTS.count(), Collections.frequency(answers, "wait PT1H"));
        assertEquals(ACCOUNTS.count(), house.hasher.hashes());
        assertEquals(
                "registered", register("other@example.com", PASSWORD, Optional.empty(), new Client("192.0.2.99", "")));
    }

    @Test
    void twentyAtOnceWithOneAddressOpenOneAccount() {
        List<String> answers = AtOnce.times(
                20,
                thread -> register("ann@example.com", PASSWORD, Optional.empty(), new Client("192.0.2." + thread, "")));

        assertEquals(1, Collections.frequency(answers, "registered"));
        assertEquals(19, Collections.frequency(answers, "taken"));
        assertEquals(1, house.stores.outbox().waiting());
    }

    @Test
    void noSecretIsOnRecord() {
        register("ann@example.com");

        assertFalse(house.recorded().toString().contains("horse"));
        assertFalse(house.ann().toString().contains("horse"));
    }
}
