package io.productsnap.core.photo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.net.URI;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhotoKeyTest {

    private static final String LETTERS = "aZ9_-..//\\%:~ \u0000\n?#ü";
    private static final Path FOLDER = Path.of("folder").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.png", "uploads/a/b.jpg", "shots/a/b/7-thumbnail.png", "1/2/3/4/5/6/7/8", "a..b"})
    void aKeyIsAKey(String text) {
        assertTrue(PhotoKey.isKey(text));
        assertEquals(text, new PhotoKey(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/..",
                "a/./b",
                ".hidden",
                "a/.hidden",
                "a\\b",
                "a%2fb",
                "C:a",
                "a b",
                "a\n",
                "a\u0000.png",
                "ü",
                "1/2/3/4/5/6/7/8/9"
            })
    void whatIsNoneIsRefused(String text) {
        assertFalse(PhotoKey.isKey(text));
        assertThrows(IllegalArgumentException.class, () -> new PhotoKey(text));
    }

    @Test
    void namesAndKeysHaveTheirLongest() {
        assertTrue(PhotoKey.isKey("x".repeat(100)));
        assertFalse(PhotoKey.isKey("x".repeat(101)));
        assertFalse(PhotoKey.isKey(("x".repeat(99) + "/").repeat(5) + "y"));
        assertFalse(PhotoKey.isKey("x".repeat(10_000_000)));
    }

    @Test
    void noKeyLeadsOutOfItsFolderOrNeedsEscapingInALink() {
        ForAll.cases(PhotoKeyTest::draw, text -> {
            if (PhotoKey.isKey(text)) {
                Path file = FOLDER.resolve(text);
                assertEquals(file, file.normalize());
                assertTrue(file.startsWith(FOLDER) && !file.equals(FOLDER), file.toString());
                URI link = assertDoesNotThrow(() -> URI.create("https://files.example/" + text));
                assertEquals("/" + text, link.getPath());
            }
        });
    }

    private static String draw(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        // Mostly of what keys are made of, or hardly any would be one.
        String letters = random.nextInt(3) == 0 ? LETTERS : LETTERS.substring(0, 9);
        for (int i = random.nextInt(10); i >= 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void amongTheDrawnOnesThereAreKeys() {
        long keys = LongStream.range(0, 2_000)
                .mapToObj(seed -> draw(new SplittableRandom(seed)))
                .filter(PhotoKey::isKey)
                .count();

        assertTrue(keys > 200, "keys: " + keys);
    }
}
