package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.SlidingWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentTest {

    private static final URI HOME = URI.create("http://localhost:8080");

    @Test
    void durationsAreNumbersOfTheirUnitOrIso() {
        Environment from = new Environment(Map.of("A", "30", "B", "PT5S", "C", " P2D "));
        assertEquals(Duration.ofMinutes(30), from.duration("A", Duration.ofMinutes(1), Duration.ofMinutes(9)));
        assertEquals(Duration.ofSeconds(5), from.duration("B", Duration.ofMinutes(1), Duration.ofMinutes(9)));
        assertEquals(Duration.ofDays(2), from.duration("C", Duration.ofMinutes(1), Duration.ofMinutes(9)));
        assertEquals(Duration.ofMinutes(9), from.duration("D", Duration.ofMinutes(1), Duration.ofMinutes(9)));
        from.done();
    }

    @Test
    void whatIsBlankIsNotSet() {
        Environment from = new Environment(Map.of("A", "  "));
        assertFalse(from.isSet("A"));
        assertEquals(7, from.number("A", 1, 7));
    }

    @Test
    void aValueCanStandInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "of the file\n");
        Environment from = new Environment(Map.of("A_FILE", file.toString()));
        assertEquals(Optional.of("of the file"), from.text("A"));
        from.done();
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNoValueIsRepeated() {
        Environment from = new Environment(Map.of(
                "NUMBER", "secret-1",
                "DURATION", "secret-2",
                "LIMIT", "secret-3",
                "ADDRESS", "secret-4",
                "ZERO", "PT0S",
                "HUGE", "99999999999999999999",
                "LOST_FILE", "/no/such/file"));
        from.number("NUMBER", 1, 1);
        from.duration("DURATION", Duration.ofDays(1), Duration.ofDays(1));
        from.duration("ZERO", Duration.ofDays(1), Duration.ofDays(1));
        from.duration("HUGE", Duration.ofDays(1), Duration.ofDays(1));
        assertEquals(new SlidingWindow(1, Duration.ofMinutes(1)), from.limit("LIMIT", "1/PT1M"));
        from.uri("ADDRESS", HOME);
        from.text("LOST");
        from.required("NONE", "it is needed");

        String told =
                String.valueOf(assertThrows(SettingsInvalid.class, from::done).getMessage());

        for (String name : new String[] {"NUMBER", "DURATION", "LIMIT", "ADDRESS", "ZERO", "HUGE", "LOST", "NONE"}) {
            assertTrue(told.contains("- " + name), told);
        }
        assertFalse(told.contains("secret"), told);
    }

    @Test
    void anAddressIsAnOriginAlone() {
        for (String bad :
                new String[] {"ftp://a", "https://", "a.example", "https://u:p@a", "https://a/x?y", "https://a/x"}) {
            Environment from = new Environment(Map.of("A", bad));
            assertEquals(HOME, from.uri("A", HOME), bad);
            assertThrows(SettingsInvalid.class, from::done, bad);
        }
        Environment from = new Environment(Map.of("A", "https://shop.example/"));
        assertEquals(URI.create("https://shop.example"), from.uri("A", HOME));
        from.done();
    }
}
