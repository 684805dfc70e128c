package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.MacKey;
import io.productsnap.core.session.RefreshTokens.Presented;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefreshTokensTest {

    private static final String SECRET = "a secret that is long enough, 32 bytes";

    private final RefreshTokens tokens = new RefreshTokens(MacKey.of(SECRET, "refresh"));
    private final Session session = aSession(aUserId());

    private Session generation(int generation) {
        return new Session(
                session.id(),
                session.user(),
                session.client(),
                generation,
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }

    @Test
    void aTokenTellsItsSessionAndGeneration() {
        for (int generation : new int[] {0, 1, 9_999, Integer.MAX_VALUE}) {
            assertEquals(
                    Optional.of(new Presented(session.id(), generation)),
                    tokens.read(tokens.of(generation(generation))));
        }
    }

    @Test
    void aTokenCanBeComputedAgain() {
        assertEquals(tokens.of(session), tokens.of(session));
        assertNotEquals(tokens.of(session), tokens.of(generation(1)));
    }

    @Test
    void noCharacterCanBeChanged() {
        String token = tokens.of(session);
        // The last one carries bits that base64 leaves unused.
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String altered = token.substring(0, i) + other + token.substring(i + 1);
            assertEquals(Optional.empty(), tokens.read(altered), altered);
        }
    }

    @Test
    void aPartOfATokenIsNone() {
        String token = tokens.of(session);
        for (int length = 0; length < token.length(); length++) {
            assertEquals(Optional.empty(), tokens.read(token.substring(0, length)));
        }
    }

    @Test
    void anotherKeyOrPurposeMakesNoTokenOfOurs() {
        assertEquals(Optional.empty(), new RefreshTokens(MacKey.of(SECRET + "!", "refresh")).read(tokens.of(session)));
        assertEquals(Optional.empty(), new RefreshTokens(MacKey.of(SECRET, "links")).read(tokens.of(session)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.0.====", "\u0000.0.ü", "1-1-1-1-1.0.AA"})
    void nonsenseIsNoToken(String text) {
        assertEquals(Optional.empty(), tokens.read(text));
    }

    @Test
    void whatIsTooLongIsNotEvenLookedAt() {
        assertEquals(Optional.empty(), tokens.read("x".repeat(10_000_000) + "."));
        assertTrue(tokens.of(generation(Integer.MAX_VALUE)).length() <= 36 + 10 + 43 + 2);
    }
}
