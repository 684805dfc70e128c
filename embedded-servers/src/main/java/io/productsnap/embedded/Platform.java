package io.productsnap.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The machines that binaries exist for, and what these are called in their jars. */
enum Platform {
    LINUX_X64(
            "postgres-linux-x86_64.txz",
            // The second is 32 bits and static: it runs where the first misses OpenSSL 3 or glibc 2.34.
            "redis-server-6.2.6-v5-linux-amd64",
            "redis-server-6.2.7-linux-386"),
    LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64", "redis-server-6.2.7-linux-arm64"),
    MACOS_X64("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64", "redis-server-6.2.6-v5-darwin-amd64"),
    MACOS_ARM64(
            "postgres-darwin-arm_64.txz",
            // The first wants Homebrew's OpenSSL 3; the second only Rosetta.
            "redis-server-6.2.6-v5-darwin-arm64",
            "redis-server-6.2.6-v5-darwin-amd64");

    private final String postgresArchive;
    private final String redisBinary;
    private final String otherRedisBinary;

    Platform(String postgresArchive, String redisBinary, String otherRedisBinary) {
        this.postgresArchive = postgresArchive;
        this.redisBinary = redisBinary;
        this.otherRedisBinary = otherRedisBinary;
    }

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), onlyMusl());
    }

    static Platform of(String system, String processor, boolean onlyMusl) {
        String os = system.toLowerCase(Locale.ROOT);
        boolean x64 = List.of("amd64", "x86_64").contains(processor);
        boolean arm64 = List.of("aarch64", "arm64").contains(processor);
        if (os.equals("linux") && (x64 || arm64) && !onlyMusl) {
            return x64 ? LINUX_X64 : LINUX_ARM64;
        }
        if (os.startsWith("mac") && (x64 || arm64)) {
            return x64 ? MACOS_X64 : MACOS_ARM64;
        }
        throw new CannotStart(
                "There are no embedded servers for %s on %s%s: set DATABASE_URL and REDIS_URL to servers of"
                                .formatted(system, processor, onlyMusl ? " with musl instead of glibc" : "")
                        + " your own.");
    }

    String postgresArchive() {
        return postgresArchive;
    }

    /** In the order in which to try them. */
    List<String> redisBinaries() {
        return Stream.of(redisBinary, otherRedisBinary).distinct().toList();
    }

    // Alpine and its like: Postgres' binaries are linked against glibc and would fail with "No such file".
    private static boolean onlyMusl() {
        boolean musl = List.of("x86_64", "aarch64").stream()
                .anyMatch(processor -> Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1")));
        boolean glibc = List.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1").stream()
                .anyMatch(loader -> Files.exists(Path.of(loader)));
        return musl && !glibc;
    }
}
