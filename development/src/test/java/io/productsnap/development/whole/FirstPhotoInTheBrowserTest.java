package io.productsnap.development.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** A stranger signs up, drops a photo, sees it being made, and has a finished picture: in a real browser. */
final class FirstPhotoInTheBrowserTest {

    private static final Path MUG =
            Path.of("..", "samples", "photos", "01-mug.jpg").toAbsolutePath().normalize();

    @Test
    void aStrangerGetsAFinishedPicture(@TempDir Path folder) {
        Browser.demand();
        try (RunningProduct product = RunningProduct.startedIn(folder);
                Browser browser = Browser.openedIn(folder)) {
            firstPhoto(browser, product.address().toString());
            browser.fitsOnAPhone();
            browser.nothingWasForbidden();
        }
    }

    private static void firstPhoto(Browser browser, String address) {
        browser.goTo(address + "/register");
        browser.element("email").sendKeys("ann@example.com");
        browser.element("password").sendKeys("a long password");
        browser.element("full-name").sendKeys("Ann Example");
        browser.element("submit-register").click();

        // A file input need not be visible: dropping a photo on the page fills the same one.
        RunningProduct.until("in the studio", () -> browser.isThere("file-input"));
        browser.fill("file-input", MUG.toString());
        browser.element("start").click();

        WebElement after = browser.element("after-image");
        RunningProduct.until("finished picture visible", () -> isLoaded(browser, after));
        assertTrue(isLoaded(browser, browser.element("before-image")));
        assertTrue(String.valueOf(browser.element("download").getDomProperty("href"))
                .contains("signature="));
        assertEquals(2000L, browser.number("return arguments[0].naturalWidth", after));

        browser.element("library-link").click();
        RunningProduct.until("in the library", () -> browser.isThere("job-card"));
        browser.element("log-out").click();
        RunningProduct.until("logged out", () -> browser.isThere("login-link") || browser.isThere("submit-login"));
    }

    private static boolean isLoaded(Browser browser, WebElement image) {
        return browser.number("return arguments[0].complete ? arguments[0].naturalWidth : 0", image) > 0;
    }
}
