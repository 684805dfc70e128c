package io.productsnap.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who runs Postgres, which refuses to run as root: the user that runs this program, or, when that is root, an account
 * without privileges that owns Postgres' files and nothing else.
 *
 * @param name for messages and for the owner of files; empty when it is the user of this program
 * @param prefix the words before a command that make it run as this account
 */
record Account(Optional<String> name, List<String> prefix) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    Account {
        prefix = List.copyOf(prefix);
    }

    static boolean iAmRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** The first means that works, tried on the very program that has to run and the very folder it has to write. */
    static Account thatRuns(Path program, Path folder) throws IOException {
        if (!iAmRoot()) {
            return new Account(Optional.empty(), List.of());
        }
        String name = Stream.of("postgres", "nobody")
                .filter(Account::exists)
                .findFirst()
                .orElseThrow(() -> refused("there is neither an account `postgres` nor `nobody`", folder));
        StringBuilder tried = new StringBuilder();
        for (List<String> means : Means.of(name)) {
            Account account = new Account(Optional.of(name), means);
            String trouble = account.triedOn(program, folder);
            if (trouble.isEmpty()) {
                return account;
            }
            tried.append(tried.isEmpty() ? "" : "; ").append("%s: %s".formatted(means.get(0), trouble));
        }
        throw refused("running it as `%s` failed (%s)".formatted(name, tried), folder);
    }

    /** The command as this account runs it. */
    List<String> running(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Makes the account the owner of a file or folder that root has just made for it. */
    void own(Path path) throws IOException {
        if (name.isPresent()) {
            Files.setOwner(path, user(path, name.get()));
        }
    }

    /** Lets the account pass through a folder of ours, which it still cannot list. */
    void passThrough(Path folder) throws IOException {
        if (name.isPresent()) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(folder, permissions);
        }
    }

    /** What went wrong; empty when it works. */
    private String triedOn(Path program, Path folder) throws IOException {
        Path probe = folder.resolve("probe");
        Files.deleteIfExists(probe);
        passThrough(folder);
        try {
            Files.createFile(probe);
            own(probe);
            String script = "\"$0\" --version && echo written > \"$1\"";
            Ran ran = Ran.of(
                    folder, LIMIT, running(List.of("/bin/sh", "-c", script, program.toString(), probe.toString())));
            return ran.worked() ? "" : Faults.told(ran.output(), folder);
        } catch (IOException missing) {
            return Faults.told(missing, folder);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static boolean exists(String name) {
        try {
            return !user(Path.of("/"), name).getName().isEmpty();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static UserPrincipal user(Path path, String name) throws IOException {
        return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    private static CannotStart refused(String why, Path folder) {
        return new CannotStart(
                "PostgreSQL does not run as root, and %s for %s: run as another user, set DATA_DIR to a folder"
                                .formatted(why, folder)
                        + " that this account can reach, or set DATABASE_URL.");
    }
}
