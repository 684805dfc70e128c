package io.productsnap.security.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

final class RecipeTest {

    /** RFC 9106, section 5.3: what we never use (a secret, associated data) is given to the generator directly. */
    @Test
    void theGeneratorMakesTheTagOfTheRfc() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Variant.ARGON2ID.code())
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);

        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    /** Test vector of the reference implementation, {@code argon2/src/test.c}. */
    @Test
    void aRecipeMakesTheTagOfTheReference() {
        Recipe recipe = new Recipe(Variant.ARGON2ID, new Cost(256, 2, 1), ascii("somesalt"));

        byte[] tag = recipe.tag(ascii("password"), 32, new FixedBlockPool(0));

        assertEquals(
                "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
                HexFormat.of().formatHex(tag));
    }

    @Test
    void memoryThatWasUsedBeforeMakesTheSameTag() {
        Recipe recipe = new Recipe(Variant.ARGON2ID, new Cost(256, 2, 1), ascii("somesalt"));
        FixedBlockPool memory = new FixedBlockPool(256);
        byte[] first = recipe.tag(ascii("password"), 32, memory);
        recipe.tag(ascii("another"), 32, memory);

        byte[] again = recipe.tag(ascii("password"), 32, memory);

        assertEquals(HexFormat.of().formatHex(first), HexFormat.of().formatHex(again));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
