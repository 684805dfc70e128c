package io.productsnap.core.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the README is the one that is compiled here, and it needs nothing but the core and the JDK. */
final class EmbeddingTest {

    private static final Path SOURCE = Path.of("src/test/java/example/Greetings.java");

    @Test
    void aProgramWithTheCoreAloneRunsItsOwnJobs(@TempDir Path alone) throws IOException, InterruptedException {
        copyCompiledExampleTo(alone);
        Path output = alone.resolve("output");

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes") + File.pathSeparator + alone,
                        "example.Greetings")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        String printed = Files.readString(output);
        assertEquals(0, program.exitValue(), printed);
        assertTrue(printed.contains("3 greetings sent in 4 runs"), printed);
    }

    @Test
    void itsBodyHasUnderThirtyLines() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        long body = lines.stream()
                .dropWhile(line -> !line.startsWith("class"))
                .filter(line -> !line.isBlank())
                .count();
        assertTrue(body < 30, "lines: " + body);
    }

    @Test
    void theReadmeShowsTheSameProgram() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        assertTrue(readme.contains(Files.readString(SOURCE).strip()), "README.md differs from " + SOURCE);
    }

    private static void copyCompiledExampleTo(Path folder) throws IOException {
        Path compiled = Path.of("target", "test-classes", "example");
        Files.createDirectories(folder.resolve("example"));
        try (Stream<Path> classes = Files.list(compiled)) {
            for (Path each : classes.toList()) {
                Files.copy(
                        each,
                        folder.resolve("example").resolve(each.getFileName().toString()));
            }
        }
    }
}
