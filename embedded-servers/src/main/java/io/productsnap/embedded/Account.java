package io.productsnap.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who runs Postgres, which refuses to run as root: the user that runs this program, or, when that is root, an account
 * without privileges that owns Postgres' files and nothing else.
 *
 * @param other empty when it is the user of this program
 * @param prefix the words before a command that make it run as this account
 */
record Account(Optional<Other> other, List<String> prefix) {
    private static final Logger LOG = LoggerFactory.getLogger(Account.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** An account without privileges, and its own group. */
    record Other(String name, String group) {
        static Other named(String name) throws IOException {
            return new Other(
                    name,
                    Ran.of(Path.of("/"), LIMIT, List.of("id", "-gn", name)).output());
        }
    }

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
        Other other = Other.named(name);
        StringBuilder tried = new StringBuilder();
        for (List<String> means : Means.of(other)) {
            Account account = new Account(Optional.of(other), means);
            String trouble = account.triedOn(program, folder);
            if (trouble.isEmpty()) {
                LOG.info("PostgreSQL does not run as root; it runs as {}, by {}", name, means.get(0));
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
        if (other.isPresent()) {
            Files.setOwner(path, users(path).lookupPrincipalByName(other.get().name()));
        }
    }

    /** Lets the account, and nobody else, pass through a folder of ours, which it still cannot list. */
    void passThrough(Path folder) throws IOException {
        if (other.isPresent()) {
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            view.setGroup(users(folder).lookupPrincipalByGroupName(other.get().group()));
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            view.setPermissions(permissions);
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
            return !users(Path.of("/")).lookupPrincipalByName(name).getName().isEmpty();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static UserPrincipalLookupService users(Path path) {
        return path.getFileSystem().getUserPrincipalLookupService();
    }

    private static CannotStart refused(String why, Path folder) {
        return new CannotStart(
                "PostgreSQL does not run as root, and %s for %s: run as another user, set DATA_DIR to a folder"
                                .formatted(why, folder)
                        + " that this account can reach, or set DATABASE_URL.");
    }
}
