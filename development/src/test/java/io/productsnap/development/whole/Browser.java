package io.productsnap.development.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, in front of pages whose elements are found by their test ids. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver chrome;

    private Browser(ChromeDriver chrome) {
        this.chrome = chrome;
    }

    /** Leaves the test out where there is no browser. */
    static void demand() {
        boolean isThere = chromium().isPresent() && driver().isPresent();
        if (!isThere) {
            System.out.println("No Chromium with its chromedriver on the PATH: the browser test is left out.");
            // Where CI runs, a browser is installed: without one something is wrong.
            assertTrue(System.getenv("CI") == null, "CI has no browser");
        }
        assumeTrue(isThere);
    }

    /** @param folder where it keeps what it remembers */
    static Browser openedIn(Path folder) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow().toFile());
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
                .usingDriverExecutable(driver().orElseThrow().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> chromium() {
        return onPath("chromium", "google-chrome", "chromium-browser");
    }

    private static Optional<Path> driver() {
        return onPath("chromedriver");
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void goTo(String address) {
        chrome.get(address);
    }

    /** The one that is visible, as soon as it is. */
    WebElement element(String testId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<WebElement> found = new ArrayList<>();
        RunningProduct.until(testId + " visible", () -> {
            assertTrue(
                    System.nanoTime() < end,
                    () -> "no " + testId + " on " + chrome.getCurrentUrl() + "\n"
                            + chrome.findElement(By.tagName("body")).getText());
            visible(testId).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    private Optional<WebElement> visible(String testId) {
        try {
            return chrome.findElements(byTestId(testId)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst();
        } catch (StaleElementReferenceException replaced) {
            // The page has just put another one in its place, or goes.
            return Optional.empty();
        }
    }

    /** Types into one that need not be visible. */
    void fill(String testId, String keys) {
        chrome.findElement(byTestId(testId)).sendKeys(keys);
    }

    boolean isThere(String testId) {
        return !chrome.findElements(byTestId(testId)).isEmpty();
    }

    private static By byTestId(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    String address() {
        return String.valueOf(chrome.getCurrentUrl());
    }

    long number(String script, Object... arguments) {
        return Long.parseLong(String.valueOf(chrome.executeScript(script, arguments)));
    }

    /** Fails if the page is wider than a phone. */
    void fitsOnAPhone() {
        chrome.manage().window().setSize(new Dimension(375, 812));
        chrome.navigate().refresh();
        long width = number("return document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(width <= 0, "the page is wider than a phone by " + width);
    }

    /** Fails if a page wanted to do what its policy forbids. */
    void nothingWasForbidden() {
        List<String> violations = chrome.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy"))
                .toList();
        assertEquals(List.of(), violations);
    }

    @Override
    public void close() {
        chrome.quit();
    }
}
