package io.productsnap.bootstrap;

import io.productsnap.core.policy.SlidingWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads named settings out of a map, such as the environment, and gathers all that is wrong with them, so that an
 * operator is told everything at once. {@code NAME_FILE} names a file that holds the value of {@code NAME}. A complaint
 * names the setting and never its value: it may be a secret.
 */
final class Environment {

    private static final String ORIGIN = "an absolute http or https address without a path";

    private static final String MISSING = "missing";
    private final Map<String, String> values;
    private final List<String> complaints = new ArrayList<>();

    Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** @throws SettingsInvalid when anything that was read, or missing, was wrong */
    void done() {
        if (!complaints.isEmpty()) {
            throw new SettingsInvalid(complaints);
        }
    }

    void complain(String complaint) {
        // What is read twice is told once.
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    /** @return the value without space around it; empty when it is not set, or blank */
    Optional<String> text(String name) {
        Optional<String> direct = Optional.ofNullable(values.get(name));
        return direct.or(() -> Optional.ofNullable(values.get(name + "_FILE")).flatMap(file -> contentOf(name, file)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Optional<String> contentOf(String name, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            complain(name + "_FILE cannot be read: " + unreadable);
            return Optional.empty();
        }
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** Complains when it is missing, and answers with a word in its place, for the reading to go on. */
    String required(String name, String why) {
        return text(name).orElseGet(() -> {
            complain(name + " is missing: " + why);
            return MISSING;
        });
    }

    int number(String name, int least, int otherwise) {
        return read(name, otherwise, "a whole number, at least " + least, text -> {
            int value = Integer.parseInt(text);
            if (value < least) {
                throw new IllegalArgumentException("too small");
            }
            return value;
        });
    }

    /** A duration that is written as ISO 8601 ({@code PT5S}), or as a number of units. */
    Duration duration(String name, Duration unit, Duration otherwise) {
        return read(name, otherwise, "a number or an ISO 8601 duration such as PT5S, longer than nothing", text -> {
            Duration value = text.chars().allMatch(Character::isDigit)
                    ? unit.multipliedBy(Long.parseLong(text))
                    : Duration.parse(text);
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException("too short");
            }
            return value;
        });
    }

    boolean flag(String name, boolean otherwise) {
        return read(name, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    SlidingWindow limit(String name, String otherwise) {
        return read(name, SlidingWindow.parse(otherwise), "count/duration, such as " + otherwise, SlidingWindow::parse);
    }

    URI uri(String name, URI otherwise) {
        return read(name, otherwise, ORIGIN, Environment::origin);
    }

    /** An address that may be left out. */
    Optional<URI> address(String name) {
        return read(name, Optional.empty(), ORIGIN, text -> Optional.of(origin(text)));
    }

    private static URI origin(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getPath().isEmpty();
        if (!web || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException("not an origin");
        }
        return uri;
    }

    /** The parts of a list that is written with commas. */
    static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** @param shape what the value should look like, for the complaint */
    <T> T read(String name, T otherwise, String shape, Function<String, T> parse) {
        Optional<String> text = text(name);
        try {
            return text.map(parse).orElse(otherwise);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException malformed) {
            complain(name + " must be " + shape);
            return otherwise;
        }
    }

    boolean isSet(String name) {
        return text(name).isPresent();
    }
}
