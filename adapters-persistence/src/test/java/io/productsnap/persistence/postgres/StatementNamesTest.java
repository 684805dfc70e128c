package io.productsnap.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every statement of ours begins with its name, and no two have the same. */
final class StatementNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/productsnap/persistence/postgres");
    private static final Pattern STATEMENT = Pattern.compile("String [A-Z_0-9]+ = \"{3}\\n(.*)");

    private static List<String> firstLines() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            return sources.flatMap(StatementNamesTest::firstLines).toList();
        }
    }

    private static Stream<String> firstLines(Path source) {
        try {
            return STATEMENT.matcher(Files.readString(source)).results().map(found -> found.group(1)).toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void eachHasANameOfItsOwn() throws IOException {
        List<String> lines = firstLines();
        List<String> names = lines.stream().map(StatementTimes::nameOf).toList();

        assertTrue(names.size() > 70, names::toString);
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> StatementTimes.nameOf(line).equals("other"))
                        .toList());
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void whatIsNotOursHasNoNameOfItsOwn() {
        assertEquals("other", StatementTimes.nameOf("select 'turn' /* turn */"));
        assertEquals("other", StatementTimes.nameOf("/* it's Ann's */ select 1"));
        assertEquals("turn", StatementTimes.nameOf("/* turn */ select 1"));
    }
}
