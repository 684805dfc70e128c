package io.productsnap.core.policy;

/** What becomes of a stranger's text where one line is wanted: a label, the name of a device, a reason. */
public final class OneLine {

    private OneLine() {}

    /**
     * The text without control characters and without space around it, cut to at most {@code longest} chars. A
     * character of two chars is kept or left out whole: half of one cannot be stored.
     */
    public static String of(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.strip()
                .codePoints()
                .filter(c -> !isOfNoLine(c) && Character.getType(c) != Character.SURROGATE)
                .takeWhile(c -> line.length() + Character.charCount(c) <= longest)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    /** Control characters, and what Unicode ends lines and paragraphs with. */
    static boolean isOfNoLine(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
