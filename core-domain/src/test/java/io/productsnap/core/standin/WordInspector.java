package io.productsnap.core.standin;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoInspector;
import java.nio.charset.StandardCharsets;

/** Reads what a photo is from its first word: {@code jpeg}, {@code png}, {@code heic}; all else is none. */
public final class WordInspector implements PhotoInspector {

    @Override
    public Inspection inspect(byte[] bytes) {
        String word = new String(bytes, StandardCharsets.UTF_8).split(" ", 2)[0];
        return switch (word) {
            case "jpeg" -> new Fine(PhotoFormat.JPEG, 1_600, 1_200);
            case "png" -> new Fine(PhotoFormat.PNG, 1_600, 1_200);
            case "heic" -> new UnknownKind("We cannot read HEIC.");
            default -> new Unusable("This is no photo.");
        };
    }
}
