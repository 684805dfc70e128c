package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MacKeyTest {

    private static final String SECRET = "a secret that is long enough, 32 bytes";

    @Test
    void aSignatureIsKnownAgainByTheSameSecretAndPurpose() {
        assertTrue(MacKey.of(SECRET, "links")
                .signed("text", MacKey.of(SECRET, "links").sign("text")));
    }

    @Test
    void anotherTextPurposeOrSecretMakesAnotherSignature() {
        MacKey key = MacKey.of(SECRET, "links");
        byte[] signature = key.sign("text");

        assertFalse(key.signed("other text", signature));
        assertFalse(MacKey.of(SECRET, "tokens").signed("text", signature));
        assertFalse(MacKey.of(SECRET + "!", "links").signed("text", signature));
        assertFalse(key.signed("text", new byte[0]));
        assertFalse(key.signed("text", new byte[32]));
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
