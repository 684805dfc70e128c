package io.productsnap.security.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.AccessTokens.Access;
import io.productsnap.core.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class NimbusAccessTokensTest {

    private static final String SECRET = "a secret that is long enough for HS256";
    private static final String OLD_SECRET = "the secret that was used until last month";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private final TurnableClock clock = new TurnableClock(NOW);
    private final NimbusAccessTokens tokens = with(JwtSettings.of(SECRET));
    private final Access access = new Access(
            new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Instant.parse("2026-01-02T03:34:05Z"));

    @Test
    void aTokenGrantsWhatItWasIssuedFor() {
        assertEquals(Optional.of(access), tokens.read(tokens.issue(access)));
    }

    @Test
    void twoTokensOfOneAccessDiffer() {
        assertNotEquals(tokens.issue(access), tokens.issue(access));
    }

    @Test
    void theHeaderTellsTypeAlgorithmAndKey() {
        String header = new String(
                Base64.getUrlDecoder().decode(tokens.issue(access).split("\\.", -1)[0]), StandardCharsets.UTF_8);

        assertEquals(
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"K\"}",
                header.replaceFirst("\"kid\":\"[A-Za-z0-9_-]{8}\"", "\"kid\":\"K\""));
    }

    @Test
    void aTokenEndsAtItsSecond() {
        String token = tokens.issue(access);

        clock.turnTo(access.expiresAt().minusMillis(1));
        assertEquals(Optional.of(access), tokens.read(token));

        clock.turnTo(access.expiresAt());
        assertEquals(Optional.empty(), tokens.read(token));
    }

    @Test
    void aTokenFromTheFutureIsRefused() {
        String token = tokens.issue(access);

        clock.turn(Duration.ofMillis(-1500));
        assertEquals(Optional.of(access), tokens.read(token));

        clock.turn(Duration.ofSeconds(-1));
        assertEquals(Optional.empty(), tokens.read(token));
    }

    @Test
    void anOldKeyVerifiesAndNoLongerSigns() {
        String old = with(JwtSettings.of(OLD_SECRET)).issue(access);
        NimbusAccessTokens rotated =
                with(new JwtSettings(SECRET, List.of(OLD_SECRET, SECRET), "productsnap", "productsnap"));

        assertEquals(Optional.of(access), rotated.read(old));
        assertEquals(Optional.of(access), tokens.read(rotated.issue(access)));
        assertEquals(Optional.empty(), tokens.read(old));
    }

    @Test
    void aShortSecretIsRefused() {
        String tooShort = "x".repeat(31);

        assertThrows(IllegalArgumentException.class, () -> with(JwtSettings.of(tooShort)));
        assertThrows(
                IllegalArgumentException.class,
                () -> with(new JwtSettings(SECRET, List.of(tooShort), "productsnap", "productsnap")));
    }

    @Test
    void settingsKeepTheirSecrets() {
        String text = new JwtSettings(SECRET, List.of(OLD_SECRET), "by", "for").toString();

        assertFalse(text.contains(SECRET) || text.contains(OLD_SECRET), text);
    }

    private NimbusAccessTokens with(JwtSettings settings) {
        return new NimbusAccessTokens(settings, clock, new SecureRandom());
    }
}
