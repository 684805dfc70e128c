package io.productsnap.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aPathThatPostgresCannotTakeIsRefused() {
        assertTold("is longer than 800 bytes", Path.of("/" + "long/".repeat(200)));
        assertTold("has one of the characters", temporary.resolve("five$"));
        assertTold("has one of the characters", temporary.resolve("a \"quote\""));
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInASentence() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertTold("cannot be written to", file.resolve("data"));
    }

    /** In a JVM of its own: how a JVM reads file names is settled when it starts. */
    @Test
    void spacesAndLettersOfAnyLanguageWork() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndStop.class.getName(),
                        temporary.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
    }

    /** Starts both servers twice in a folder with a difficult name. */
    static final class StartAndStop {
        public static void main(String... folder) {
            Path difficult = new File(folder[0], "Größe – 日本 and 'spaces'").toPath();
            for (int i = 0; i < 2; i++) {
                try (LocalPostgres postgres = LocalPostgres.start(difficult, StartAndStop::lost);
                        LocalRedis redis = LocalRedis.start(difficult, StartAndStop::lost)) {
                    System.out.println(postgres.process() + " " + redis.process());
                }
            }
        }

        private static void lost(CannotStart why) {
            throw why;
        }
    }

    private static void assertTold(String words, Path folder) {
        CannotStart told = assertThrows(CannotStart.class, () -> at(folder));
        assertTrue(told.sentence().contains(words), told.sentence());
    }

    private static DataFolder at(Path folder) throws IOException {
        return DataFolder.at(folder);
    }
}
