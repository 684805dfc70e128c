package io.productsnap.development.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A stranger signs up, drops a photo, sees it being made, and has a finished picture: in a real browser. */
final class FirstPhotoInTheBrowserTest {

    private static final Path MUG =
            Path.of("..", "samples", "photos", "01-mug.jpg").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aStrangerGetsAFinishedPicture(@TempDir Path folder) {
        Optional<Path> chromium = onPath("chromium", "google-chrome", "chromium-browser");
        Optional<Path> driver = onPath("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            System.out.println("No Chromium with its chromedriver on the PATH: the browser test is left out.");
            // Where CI runs, a browser is installed: without one something is wrong.
            assertTrue(System.getenv("CI") == null, "CI has no browser");
        }
        assumeTrue(chromium.isPresent() && driver.isPresent());

        try (RunningProduct product = RunningProduct.startedIn(folder)) {
            ChromeDriver browser = browser(chromium.get(), driver.get(), folder);
            try {
                firstPhoto(browser, product.address().toString());
                onAPhone(browser);
                nothingWasForbidden(browser);
            } finally {
                browser.quit();
            }
        }
    }

    private static void firstPhoto(WebDriver browser, String address) {
        browser.get(address + "/register");
        element(browser, "email").sendKeys("ann@example.com");
        element(browser, "password").sendKeys("a long password");
        element(browser, "full-name").sendKeys("Ann Example");
        element(browser, "submit-register").click();

        // A file input need not be visible: dropping a photo on the page fills the same one.
        RunningProduct.until("in the studio", () -> isThere(browser, "file-input"));
        browser.findElement(byTestId("file-input")).sendKeys(MUG.toString());
        element(browser, "start").click();

        WebElement after = element(browser, "after-image");
        RunningProduct.until("finished picture visible", () -> isLoaded(browser, after));
        assertTrue(isLoaded(browser, element(browser, "before-image")));
        assertTrue(String.valueOf(element(browser, "download").getDomProperty("href"))
                .contains("signature="));
        assertEquals(2000L, number(browser, "return arguments[0].naturalWidth", after));

        element(browser, "library-link").click();
        RunningProduct.until("in the library", () -> isThere(browser, "job-card"));
        element(browser, "log-out").click();
        RunningProduct.until("logged out", () -> isThere(browser, "login-link") || isThere(browser, "submit-login"));
    }

    private static void onAPhone(WebDriver browser) {
        browser.manage().window().setSize(new Dimension(375, 812));
        browser.navigate().refresh();
        long width = number(browser, "return document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(width <= 0, "the page is wider than a phone by " + width);
    }

    private static void nothingWasForbidden(WebDriver browser) {
        List<String> violations = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy"))
                .toList();
        assertEquals(List.of(), violations);
    }

    private static ChromeDriver browser(Path chromium, Path driver, Path folder) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + folder.resolve("browser"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    private static WebElement element(WebDriver browser, String testId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        RunningProduct.until(testId + " visible", () -> {
            assertTrue(
                    System.nanoTime() < end,
                    () -> "no " + testId + " on " + browser.getCurrentUrl() + "\n"
                            + browser.findElement(By.tagName("body")).getText());
            return browser.findElements(byTestId(testId)).stream().anyMatch(WebElement::isDisplayed);
        });
        return browser.findElements(byTestId(testId)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isThere(WebDriver browser, String testId) {
        return !browser.findElements(byTestId(testId)).isEmpty();
    }

    private static boolean isLoaded(WebDriver browser, WebElement image) {
        return number(browser, "return arguments[0].complete ? arguments[0].naturalWidth : 0", image) > 0;
    }

    private static long number(WebDriver browser, String script, Object... arguments) {
        Object answer = ((JavascriptExecutor) browser).executeScript(script, arguments);
        return Long.parseLong(String.valueOf(answer));
    }

    private static By byTestId(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(java.io.File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
