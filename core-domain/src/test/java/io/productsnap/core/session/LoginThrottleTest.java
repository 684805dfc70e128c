package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.standin.House.LOGINS;
import static io.productsnap.core.standin.House.LOGINS_OF_ACCOUNT;
import static io.productsnap.core.standin.House.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.standin.House;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing at one account from many places: each client alone would be within its own limit. */
final class LoginThrottleTest {

    private static final EmailAddress NOBODYS = new EmailAddress("nobody@example.com");
    private static final int MOST = LOGINS_OF_ACCOUNT.count();

    private final House house = new House();
    private String device = "";

    @BeforeEach
    void open() {
        device = house.anAccount().device();
    }

    private String from(int client, EmailAddress email, String password, Optional<String> token) {
        Visit visit = new Visit(new Client("192.0.2." + client, "a browser"), token);
        return house.logIn.logIn(email, password, visit, new LoginInWords());
    }

    private String fromAnywhere(int client, String password) {
        return from(client, ANNS_ADDRESS, password, Optional.empty());
    }

    private String fromKnownDevice(int client, String password) {
        return from(client, ANNS_ADDRESS, password, Optional.of(device));
    }

    private void useUp(EmailAddress email) {
        for (int i = 0; i < MOST; i++) {
            assertEquals("wrong", from(i, email, "wrong horse", Optional.empty()));
        }
    }

    @Test
    void afterTenFailuresFromAnywhereEvenTheRightPasswordHasToWait() {
        useUp(ANNS_ADDRESS);

        assertEquals("wait PT15M", fromAnywhere(100, PASSWORD));

        house.clock.turn(LOGINS_OF_ACCOUNT.per());
        assertEquals("in", fromAnywhere(100, PASSWORD));
    }

    @Test
    void aDeviceThatHasLoggedInBeforeIsNotKeptWaiting() {
        useUp(ANNS_ADDRESS);

        assertEquals("in", fromKnownDevice(100, PASSWORD));
    }

    @Test
    void whatAKnownDeviceFailsAtCountsForNoOther() {
        for (int i = 0; i < 2 * MOST; i++) {
            assertEquals("wrong", fromKnownDevice(i, "wrong horse"));
        }

        assertEquals("in", fromAnywhere(100, PASSWORD));
    }

    @Test
    void aKnownDeviceDoesNotPassTheLimitOfItsClient() {
        for (int i = 0; i < LOGINS.count(); i++) {
            assertEquals("wrong", fromKnownDevice(1, "wrong horse"));
        }

        assertEquals("wait PT5M", fromKnownDevice(1, PASSWORD));
    }

    @Test
    void aDeviceOfAnotherUserIsNotKnown() {
        house.logIn.logIn(ANNS_ADDRESS, PASSWORD, new Visit(PHONE, Optional.empty()), new LoginInWords());
        String bobs = house.anAccountOf("bob@example.com").device();
        useUp(ANNS_ADDRESS);

        assertEquals("wait PT15M", from(100, ANNS_ADDRESS, PASSWORD, Optional.of(bobs)));
        assertEquals("wait PT15M", from(100, ANNS_ADDRESS, PASSWORD, Optional.of("nonsense")));
    }

    @Test
    void aSuccessElsewhereResetsNothing() {
        for (int i = 0; i < MOST - 1; i++) {
            fromAnywhere(i, "wrong horse");
        }
        assertEquals("in", fromAnywhere(100, PASSWORD));
        assertEquals("in", fromKnownDevice(101, PASSWORD));

        assertEquals("wrong", fromAnywhere(102, "wrong horse"));
        assertEquals("wait PT15M", fromAnywhere(103, PASSWORD));
    }

    @Test
    void anAddressThatNobodyHasIsThrottledAlike() {
        useUp(NOBODYS);

        assertEquals("wait PT15M", from(100, NOBODYS, PASSWORD, Optional.empty()));
        assertEquals("in", fromAnywhere(100, PASSWORD));
    }

    @Test
    void fiftyClientsAtOnceMakeTenGuesses() {
        int before = house.hasher.hashes();

        List<String> answers = AtOnce.times(50, client -> fromAnywhere(client, "wrong horse"));

        assertEquals(MOST, Collections.frequency(answers, "wrong"));
        assertEquals(50 - MOST, Collections.frequency(answers, "wait PT15M"));
        assertEquals(before + MOST, house.hasher.hashes());
    }

    @Test
    void whoIsKeptWaitingByTheAccountUsesUpNothingOfItsOwn() {
        useUp(ANNS_ADDRESS);
        for (int i = 0; i < 2 * LOGINS.count(); i++) {
            assertEquals("wait PT15M", fromAnywhere(100, PASSWORD));
        }

        assertEquals("wrong", from(100, NOBODYS, "wrong horse", Optional.empty()));
    }

    @Test
    void aRightPasswordUsesUpNothingOfTheAccount() {
        for (int i = 0; i < 3 * MOST; i++) {
            assertEquals("in", fromAnywhere(i, PASSWORD));
        }
        useUp(ANNS_ADDRESS);
        assertTrue(fromAnywhere(100, PASSWORD).startsWith("wait"));
    }
}
