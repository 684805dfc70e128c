package io.productsnap.development.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody forgets the password, changes it, takes another address, and leaves: in a real browser, by the mailed links. */
final class AccountInTheBrowserTest {

    private static final String FIRST = "a long password";
    private static final String SECOND = "a longer password";
    private static final String THIRD = "the longest password";

    @Test
    void anAccountIsKeptInOrderAndGivenUp(@TempDir Path folder) {
        Browser.demand();
        try (RunningProduct product = RunningProduct.startedIn(folder);
                Browser browser = Browser.openedIn(folder)) {
            String address = product.address().toString();
            register(browser, address);
            forget(browser, product);
            logIn(browser, address, "ann@example.com", SECOND);
            changePassword(browser, address);
            changeEmail(browser, product);
            browser.goTo(address + "/account");
            browser.element("change-email");
            browser.fitsOnAPhone();
            leave(browser);
            logInInVain(browser, address);
            browser.nothingWasForbidden();
        }
    }

    private static void register(Browser browser, String address) {
        browser.goTo(address + "/register");
        browser.element("email").sendKeys("ann@example.com");
        browser.element("password").sendKeys(FIRST);
        browser.element("submit-register").click();
        browser.element("log-out").click();
        browser.element("login-link");
    }

    private static void forget(Browser browser, RunningProduct product) {
        browser.goTo(product.address() + "/login");
        browser.element("forgot-link").click();
        browser.element("email").sendKeys("ann@example.com");
        browser.element("submit-forgot").click();
        browser.element("sent");

        browser.goTo(product.mailedLink("/reset-password"));
        browser.element("new-password").sendKeys(SECOND);
        assertFalse(browser.address().contains("token"), browser.address());
        browser.element("submit-reset").click();
        browser.element("reset-done");
        browser.element("go-on").click();
    }

    private static void logIn(Browser browser, String address, String email, String password) {
        browser.goTo(address + "/login");
        browser.element("email").sendKeys(email);
        browser.element("password").sendKeys(password);
        browser.element("submit-login").click();
        browser.element("account-link");
    }

    private static void changePassword(Browser browser, String address) {
        browser.goTo(address + "/account");
        browser.element("current-password").sendKeys("not the password");
        browser.element("new-password").sendKeys(THIRD);
        browser.element("change-password").click();
        assertEquals("The current password is wrong.", browser.element("error").getText());

        browser.element("current-password").clear();
        browser.element("current-password").sendKeys(SECOND);
        browser.element("change-password").click();
        assertTrue(browser.element("said").getText().startsWith("Your password is changed"));
    }

    private static void changeEmail(Browser browser, RunningProduct product) {
        browser.goTo(product.address() + "/account");
        browser.element("new-email").sendKeys("ann@shop.example");
        browser.element("email-password").sendKeys(THIRD);
        browser.element("change-email").click();
        browser.element("said");

        browser.goTo(product.mailedLink("/confirm-email"));
        browser.element("confirm").click();
        browser.element("confirmed");
        browser.element("go-on").click();
        RunningProduct.until(
                "the new address shows",
                () -> browser.element("present-email").getText().equals("ann@shop.example"));
    }

    private static void leave(Browser browser) {
        browser.element("delete-password").sendKeys(THIRD);
        browser.element("sure").click();
        browser.element("delete-account").click();
        browser.element("register-link");
    }

    private static void logInInVain(Browser browser, String address) {
        browser.goTo(address + "/login");
        browser.element("email").sendKeys("ann@shop.example");
        browser.element("password").sendKeys(THIRD);
        browser.element("submit-login").click();
        assertEquals(
                "The e-mail address or the password is wrong.",
                browser.element("error").getText());
    }
}
