package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a server of ours listens and its password, as kept in a private file of its own. */
record Login(String password, int port) {
    // No character that would need escaping in a URL or in a configuration file.
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{32,}");

    Login {
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("password must be 32 or more of [A-Za-z0-9_-]");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1..65535: " + port);
        }
    }

    static Login fresh() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Login(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), Ports.free());
    }

    /** Empty when there is no such file or it holds something else. */
    static Optional<Login> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, String> entries = PrivateFile.readEntries(file);
            return Optional.of(new Login(
                    entries.getOrDefault("password", ""), Integer.parseInt(entries.getOrDefault("port", ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        PrivateFile.writeEntries(file, Map.of("password", password, "port", Integer.toString(port)));
    }

    Login onPort(int other) {
        return new Login(password, other);
    }

    @Override
    public String toString() {
        return "Login[port=" + port + "]";
    }
}
