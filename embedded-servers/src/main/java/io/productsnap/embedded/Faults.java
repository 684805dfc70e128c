package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in a person's words what an operating system's message means for a folder. */
public final class Faults {
    private static final Map<String, String> KNOWN = Map.of(
            "No space left on device", "the disk is full",
            "Disk quota exceeded", "the disk quota is used up",
            "Read-only file system", "the file system is read-only");

    private Faults() {}

    /** The end of a sentence, without its full stop. */
    public static String told(IOException fault, Path folder) {
        String message = fault instanceof AccessDeniedException
                ? "no permission to write " + fault.getMessage()
                : String.valueOf(fault.getMessage());
        return told(message, folder);
    }

    /** The known fault in a server's or tool's output, else its most telling line. */
    static String told(String output, Path folder) {
        return KNOWN.entrySet().stream()
                .filter(known -> output.contains(known.getKey()))
                .findFirst()
                .map(known -> known.getValue() + free(folder))
                .orElseGet(() -> mostTelling(output.lines().map(String::strip).toList()));
    }

    private static String mostTelling(List<String> lines) {
        return lines.stream()
                .filter(line -> List.of("FATAL", "PANIC", "error:", "rror", "atal").stream()
                        .anyMatch(line::contains))
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1)))
                .orElse("it said nothing");
    }

    private static String free(Path folder) {
        try {
            return ": %d MB are left at %s".formatted(Files.getFileStore(folder).getUsableSpace() >> 20, folder);
        } catch (IOException e) {
            return " at " + folder;
        }
    }
}
