package io.productsnap.development;

import io.productsnap.embedded.CannotStart;
import io.productsnap.embedded.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Secrets that a laptop does not configure: each is made once and kept, so that a restart logs nobody out. */
final class Secrets {
    private static final List<String> NAMES = List.of("JWT_SECRET");
    private static final int BYTES = 48;

    private Secrets() {}

    /** All of them, made now if they are missing. Only for the process that has the data directory. */
    static Map<String, String> madeIn(DataDirectory directory) throws IOException {
        Map<String, String> secrets = new TreeMap<>(keptIn(directory));
        boolean complete = secrets.keySet().containsAll(NAMES);
        NAMES.forEach(name -> secrets.computeIfAbsent(name, missing -> random()));
        if (!complete) {
            PrivateFile.writeEntries(file(directory), secrets);
        }
        return Map.copyOf(secrets);
    }

    /** Those that have been made. */
    static Map<String, String> keptIn(DataDirectory directory) throws IOException {
        Path file = file(directory);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return PrivateFile.readEntries(file);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "%s is damaged: restore it, or delete it to have new secrets made.".formatted(file), e);
        }
    }

    private static Path file(DataDirectory directory) {
        return directory.file("secrets.properties");
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
