package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder of Postgres: made once, whole or not at all. */
record PostgresCluster(PostgresTools tools) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final String MAJOR = "18";
    private static final long ROOM_MB = 150;

    /** The login of the cluster, which is made if there is none. */
    Login login() throws IOException {
        DataFolder folder = tools.folder();
        Path file = folder.file("postgres.properties");
        if (!Files.exists(folder.postgres())) {
            Login login = Login.read(file).orElseGet(Login::fresh);
            login.write(file);
            make(login);
            return login;
        }
        String found = Files.readString(folder.postgres().resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new CannotStart(
                    "%s was made by PostgreSQL %s and this is %s: move it away, or set DATA_DIR to another folder."
                            .formatted(folder.postgres(), found, MAJOR));
        }
        return Login.read(file)
                .orElseThrow(() -> new CannotStart(
                        "%s, which has the password of %s, is missing or damaged: put it back, or delete both to start empty."
                                .formatted(file, folder.postgres())));
    }

    /** For the next start, when the server had to take another port. */
    void remember(Login login) throws IOException {
        login.write(tools.folder().file("postgres.properties"));
    }

    private void make(Login login) throws IOException {
        DataFolder folder = tools.folder();
        LOG.info("making a database in {}", folder.postgres());
        refuseIfFull(folder.root());
        Path unfinished = folder.file("postgres.unfinished");
        Path passwordFile = folder.file("postgres.password");
        BinaryCache.deleteTree(unfinished); // of a run that was killed here
        Files.createDirectory(unfinished);
        tools.account().own(unfinished);
        PrivateFile.write(passwordFile, login.password());
        tools.account().own(passwordFile);
        try {
            Ran ran = tools.initdb(unfinished, passwordFile);
            if (!ran.worked()) {
                throw new CannotStart("Making the database in %s failed: %s."
                        .formatted(folder.postgres(), Faults.told(ran.output(), folder.root())));
            }
            Files.move(unfinished, folder.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
            BinaryCache.deleteTree(unfinished);
        }
    }

    private static void refuseIfFull(Path root) throws IOException {
        long left = Files.getFileStore(root).getUsableSpace() >> 20;
        if (left < ROOM_MB) {
            throw new CannotStart("The disk is full: a new database needs %d MB and %d MB are left at %s."
                    .formatted(ROOM_MB, left, root));
        }
    }
}
