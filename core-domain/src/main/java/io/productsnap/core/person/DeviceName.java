package io.productsnap.core.person;

import java.util.List;
import java.util.Optional;

/**
 * What a person calls the device that a {@code User-Agent} header is of: {@code Firefox on Windows}. It consists of our own
 * words alone, so that nobody's header can put a sentence into somebody's page or mail.
 */
public final class DeviceName {

    /** A word of ours, and what gives it away. */
    private record Sign(String mark, String word) {}

    /** The first that fits: each of them names some of those below as well. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg/", "Edge"),
            new Sign("EdgA/", "Edge"),
            new Sign("EdgiOS/", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("OPT/", "Opera"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("YaBrowser/", "Yandex Browser"),
            new Sign("Vivaldi/", "Vivaldi"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"),
            new Sign("curl/", "curl"),
            new Sign("Wget/", "Wget"),
            new Sign("PostmanRuntime/", "Postman"),
            new Sign("python-requests/", "A Python program"),
            new Sign("okhttp/", "An app"),
            new Sign("Java-http-client/", "A Java program"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Mac OS X", "Mac"),
            new Sign("Linux", "Linux"));

    private DeviceName() {}

    /** @return a few words; {@code Unknown device} where the header tells nothing */
    public static String of(Client client) {
        Optional<String> browser = find(BROWSERS, client.device());
        Optional<String> system = find(SYSTEMS, client.device());
        return system.map(on -> browser.orElse("A browser") + " on " + on)
                .or(() -> browser)
                .orElse("Unknown device");
    }

    private static Optional<String> find(List<Sign> signs, String header) {
        return signs.stream()
                .filter(sign -> header.contains(sign.mark()))
                .map(Sign::word)
                .findFirst();
    }
}
