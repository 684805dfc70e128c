package io.productsnap.persistence.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.embedded.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the documentation is the one that is compiled and run here. */
final class EmbeddingOnPostgresTest {

    private static final Path SOURCE = Path.of("src/test/java/example/GreetingsOnPostgres.java");

    @Test
    void aProgramWithTheEngineAndPostgresRunsItsOwnJobs(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "example.GreetingsOnPostgres",
                        TestServers.postgresUrl())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        String printed = Files.readString(output);
        assertEquals(0, program.exitValue(), printed);
        assertTrue(printed.contains("3 greetings sent, and kept in Postgres"), printed);
    }

    @Test
    void theReadmeShowsTheSameProgram() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        assertTrue(readme.contains(Files.readString(SOURCE).strip()), "README.md differs from " + SOURCE);
    }
}
