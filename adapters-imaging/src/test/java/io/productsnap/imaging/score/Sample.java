package io.productsnap.imaging.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A photo of ours with the truth about it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(String name, String group, String half, byte[] photo, Mask truth) {

    static List<Sample> all(Path samples) throws IOException {
        return Files.readAllLines(samples.resolve("scenes.csv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> read(samples, line.split(",", 5)))
                .toList();
    }

    private static Sample read(Path samples, String[] row) {
        try {
            return new Sample(
                    row[0],
                    row[1],
                    row[2],
                    Files.readAllBytes(samples.resolve("photos").resolve(row[0] + ".jpg")),
                    Mask.read(samples.resolve("masks").resolve(row[0] + ".png")));
        } catch (IOException e) {
            throw new UncheckedIOException("sample " + row[0], e);
        }
    }
}
