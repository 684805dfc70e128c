package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class MacKeyTest {

    private static final String SECRET = "a secret that is long enough, 32 bytes";

    @Test
    void aSealIsKnownAgainByTheSameSecretAndPurpose() {
        assertTrue(MacKey.of(SECRET, "links")
                .sealed("text", MacKey.of(SECRET, "links").seal("text")));
    }

    @Test
    void anotherTextPurposeOrSecretMakesAnotherSeal() {
        MacKey key = MacKey.of(SECRET, "links");
        String seal = key.seal("text");

        assertFalse(key.sealed("other text", seal));
        assertFalse(MacKey.of(SECRET, "tokens").sealed("text", seal));
        assertFalse(MacKey.of(SECRET + "!", "links").sealed("text", seal));
        assertFalse(key.sealed("text", ""));
        assertFalse(key.sealed("text", "A".repeat(43)));
    }

    @Test
    void aSealHasOneSpelling() {
        MacKey key = MacKey.of(SECRET, "links");
        String seal = key.seal("text");
        byte[] bytes = Base64.getUrlDecoder().decode(seal);

        assertFalse(key.sealed("text", Base64.getUrlEncoder().encodeToString(bytes)));
        assertFalse(key.sealed("text", seal.substring(0, 42) + next(seal.charAt(42))));
    }

    /** The last letter has bits that say nothing: a letter on, and it decodes to the same. */
    private static char next(char letter) {
        return (char) (letter + 1);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MacKey.of("x".repeat(31), "links"));
        assertArrayEquals(
                MacKey.of("x".repeat(32), "links").sign("a"),
                MacKey.of("x".repeat(32), "links").sign("a"));
    }

    @Test
    void itDoesNotShowItsSecret() {
        assertEquals("MacKey", MacKey.of(SECRET, "links").toString());
    }
}
