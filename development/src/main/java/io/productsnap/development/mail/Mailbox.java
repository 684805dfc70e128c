package io.productsnap.development.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that caught mails are kept in, a file for each; the newest 500 stay. Safe for use by many threads. */
final class Mailbox {
    static final int MOST = 500;

    // The time of arrival in milliseconds, as an order that survives restarts.
    private static final Pattern ID = Pattern.compile("[0-9]{13}");
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Clock clock;
    private long newest;

    private Mailbox(Path folder, Clock clock, long newest) {
        this.folder = folder;
        this.clock = clock;
        this.newest = newest;
    }

    static Mailbox in(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Mailbox mailbox = new Mailbox(folder, clock, 0);
        mailbox.newest = mailbox.ids().stream().findFirst().map(Long::parseLong).orElse(0L);
        return mailbox;
    }

    /** Keeps a mail as it came over the wire; {@code recipient} is who it was sent to, whatever its headers say. */
    synchronized void keep(String recipient, InputStream mail) throws IOException {
        newest = Math.max(clock.millis(), newest + 1);
        Path unfinished = folder.resolve("unfinished");
        String line = "Delivered-To: %s\r\n".formatted(recipient.replaceAll("\\s", " "));
        try (InputStream whole =
                new SequenceInputStream(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), mail)) {
            Files.copy(whole, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, file("%013d".formatted(newest)), StandardCopyOption.ATOMIC_MOVE);
        for (String old : ids().stream().skip(MOST).toList()) {
            Files.deleteIfExists(file(old));
        }
    }

    /** Newest first. */
    List<CaughtMessage> messages() throws IOException {
        List<CaughtMessage> messages = new ArrayList<>();
        for (String id : ids()) {
            message(id).ifPresent(messages::add);
        }
        return List.copyOf(messages);
    }

    /** Empty when there is no such mail, or no longer. */
    Optional<CaughtMessage> message(String id) throws IOException {
        if (!ID.matcher(id).matches() || !Files.exists(file(id))) {
            return Optional.empty();
        }
        return Optional.of(CaughtMessage.read(id, Files.readAllBytes(file(id))));
    }

    private List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }
}
