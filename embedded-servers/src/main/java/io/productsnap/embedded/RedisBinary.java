package io.productsnap.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code redis-server} that runs on this machine: one of embedded-redis' programs, else the machine's own. */
final class RedisBinary {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("v=([0-9]+)\\.([0-9]+)");
    private static final int OLDEST = 602; // 6.2: our scripts are written for it

    private RedisBinary() {}

    /** The first that can be run: some want libraries that a machine may lack. */
    static Path in(BinaryCache cache) {
        StringJoiner tried = new StringJoiner("; ");
        // One after the other: what is not needed is not unpacked.
        Iterator<Path> programs = Stream.concat(
                        Platform.current().redisBinaries().stream().map(name -> unpacked(name, cache)),
                        Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                                .map(folder -> Path.of(folder, "redis-server"))
                                .filter(Files::isExecutable))
                .iterator();
        while (programs.hasNext()) {
            Path program = programs.next();
            String trouble = trouble(program);
            if (trouble.isEmpty()) {
                return program;
            }
            tried.add("%s: %s".formatted(program.getFileName(), trouble));
        }
        throw new CannotStart("No Redis runs on this machine (%s): install redis-server 6.2 or newer, or set REDIS_URL."
                .formatted(tried));
    }

    private static Path unpacked(String name, BinaryCache cache) {
        Packed packed = Packed.named(name);
        return cache.folder(packed.key("redis"), folder -> unpack(packed, folder))
                .resolve("redis-server");
    }

    private static void unpack(Packed packed, Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        try (InputStream content = packed.open()) {
            Files.copy(content, program);
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Empty when the program runs and is not too old. */
    private static String trouble(Path program) {
        try {
            Ran ran = Ran.of(Path.of("/"), LIMIT, List.of(program.toString(), "--version"));
            Matcher version = VERSION.matcher(ran.output());
            if (!ran.worked() || !version.find()) {
                return Faults.told(ran.output(), program);
            }
            int number = Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2));
            return number < OLDEST ? "too old" : "";
        } catch (IOException e) {
            return Faults.told(e, program);
        }
    }
}
