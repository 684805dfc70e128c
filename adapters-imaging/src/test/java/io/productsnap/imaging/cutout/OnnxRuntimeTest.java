package io.productsnap.imaging.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class OnnxRuntimeTest {

    private static final int KILLED = 9;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void aKilledProcessLeavesNoneOfTheLibrariesOnTheDisk() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertEquals(KILLED, process.waitFor());

        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    /** Another process, which is gone without having tidied up as soon as its network has looked at something. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] none) {
            Plane grey = Plane.of(8, 8);
            SaliencyNetwork.shared().look(new Colours(grey, grey, grey));
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
