package io.productsnap.core.photo;

import java.util.regex.Pattern;

/**
 * Where a file lies in the photo store: names with letters, digits, dot, dash and underscore, joined by slashes; so it
 * is safe in a path, in a URL and in a bucket. No name begins with a dot.
 */
public record PhotoKey(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,7}[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    /** @throws IllegalArgumentException when the text is no such key */
    public PhotoKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("not a photo key");
        }
    }

    public static boolean isKey(String text) {
        return text.length() <= 500 && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
