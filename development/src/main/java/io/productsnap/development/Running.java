package io.productsnap.development;

import io.productsnap.embedded.CannotStart;
import io.productsnap.embedded.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The process that has the data directory, as it tells others in {@code servers.properties} while it runs.
 *
 * @param command as on the command line, such as {@code serve}
 * @param address where its pages are
 * @param settings of the servers that it started; empty until these are ready
 */
record Running(long pid, String command, String address, Optional<Map<String, String>> settings) {
    private static final Map<String, Pattern> SETTINGS = Map.of(
            "DATABASE_URL", Pattern.compile("postgresql://[\\w-]+:[\\w-]+@127\\.0\\.0\\.1:[0-9]{1,5}/[\\w-]+"),
            "REDIS_URL", Pattern.compile("redis://:[\\w-]+@127\\.0\\.0\\.1:[0-9]{1,5}/[0-9]+"),
            "SMTP_HOST", Pattern.compile("127\\.0\\.0\\.1"),
            "SMTP_PORT", Pattern.compile("[0-9]{1,5}"),
            "SMTP_TLS", Pattern.compile("none"));

    Running {
        settings = settings.map(Map::copyOf);
    }

    static Path file(DataDirectory directory) {
        return directory.file("servers.properties");
    }

    /** Empty when nobody has written it, or nobody who still lives. */
    static Optional<Running> read(DataDirectory directory) throws IOException {
        if (!Files.exists(file(directory))) {
            return Optional.empty();
        }
        return Optional.of(parsed(directory))
                .filter(running -> ProcessHandle.of(running.pid())
                        .filter(ProcessHandle::isAlive)
                        .isPresent());
    }

    void write(DataDirectory directory) throws IOException {
        Map<String, String> entries = new TreeMap<>(Map.of(
                "pid", Long.toString(pid), "command", command, "address", address, "ready", "" + settings.isPresent()));
        settings.ifPresent(entries::putAll);
        PrivateFile.writeEntries(file(directory), entries);
    }

    Running ready(Map<String, String> found) {
        return new Running(pid, command, address, Optional.of(found));
    }

    /** For a sentence. */
    String told() {
        return "`%s`, process %d%s".formatted(command, pid, address.isEmpty() ? "" : ", " + address);
    }

    private static Running parsed(DataDirectory directory) throws IOException {
        try {
            Map<String, String> entries = PrivateFile.readEntries(file(directory));
            Map<String, String> settings = new TreeMap<>(entries);
            settings.keySet().retainAll(SETTINGS.keySet());
            boolean sound = entries.keySet().containsAll(List.of("pid", "command", "address", "ready"))
                    && SETTINGS.entrySet().stream()
                            .filter(known -> settings.containsKey(known.getKey()))
                            .allMatch(known -> known.getValue()
                                    .matcher(settings.getOrDefault(known.getKey(), ""))
                                    .matches());
            if (!sound) {
                throw new IllegalArgumentException("entries are missing or of another form");
            }
            boolean ready = Boolean.parseBoolean(entries.get("ready"));
            return new Running(
                    Long.parseLong(entries.getOrDefault("pid", "")),
                    entries.getOrDefault("command", ""),
                    entries.getOrDefault("address", ""),
                    ready ? Optional.of(settings) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "%s is damaged: stop the ProductSnap that runs on this folder, and start again."
                            .formatted(file(directory)),
                    e);
        }
    }
}
