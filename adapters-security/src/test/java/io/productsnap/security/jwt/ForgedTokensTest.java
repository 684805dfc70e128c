package io.productsnap.security.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.AccessTokens.Access;
import io.productsnap.core.session.SessionId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker tries; in the worst cases he even has the secret. */
final class ForgedTokensTest {

    private static final String SECRET = "a secret that is long enough for HS256";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String GOOD = """
            {"iss":"productsnap","aud":"productsnap","sub":"%1$s","sid":"%1$s","iat":%2$d,"exp":%3$d,"jti":"%1$s"}""".formatted(
                    UUID.randomUUID(), NOW.getEpochSecond(), NOW.plusSeconds(60).getEpochSecond());

    private final NimbusAccessTokens tokens =
            new NimbusAccessTokens(JwtSettings.of(SECRET), new TurnableClock(NOW), new Random(1));
    private final String token = tokens.issue(
            new Access(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), NOW.plusSeconds(60)));
    private final String header = decoded(token.split("\\.", -1)[0]);

    /** Else none of the refusals below would mean anything. */
    @Test
    void theForgerKnowsHowToMakeAToken() {
        assertTrue(tokens.read(signed(header, GOOD)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"none\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS512\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"../../dev/null\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"jku\":\"https://evil.example/keys\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"x5u\":\"https://evil.example/cert\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"b64\":false,\"crit\":[\"b64\"]}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
                "{}",
                "null",
                ""
            })
    void anyOtherHeaderIsRefused(String other) {
        refused(signed(other, GOOD));
        refused(encoded(other) + "." + encoded(GOOD) + ".");
    }

    @Test
    void aHeaderWithAMemberMoreIsRefused() {
        refused(signed(header.replace("}", ",\"jku\":\"https://evil.example/keys\"}"), GOOD));
        refused(signed(header.replace("HS256", "none"), GOOD));
    }

    /** The key that a forger sends along, in the header or to be fetched, is the one that checks his signature. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jwk\":%s",
                "\"jku\":\"https://evil.example/keys\",\"jwk\":%s",
                "\"kid\":%s",
                "\"x5u\":\"https://evil.example/cert\""
            })
    void aKeyThatComesWithTheTokenChecksNothing(String member) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair own = generator.generateKeyPair();
        ECPoint point = ((ECPublicKey) own.getPublic()).getW();
        String jwk = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(coordinate(point.getAffineX()), coordinate(point.getAffineY()));
        String ownHeader = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"," + member.formatted(jwk) + "}";
        String input = encoded(ownHeader) + "." + encoded(GOOD);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(own.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));

        refused(input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    @Test
    void aMemberThatIsThereTwiceIsRefused() {
        refused(signed(header.replace("{", "{\"alg\":\"none\","), GOOD));
        refused(signed(header, GOOD.replace("{", "{\"aud\":\"another\",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "sid", "iat", "exp", "jti"})
    void eachClaimIsRequired(String claim) {
        refused(signed(header, GOOD.replace('"' + claim + '"', "\"other\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"x\"", "[]", "{}", "true", "-1", "1e999"})
    void eachClaimIsOfItsKind(String value) {
        for (String claim : new String[] {"iss", "aud", "sub", "sid", "iat", "exp", "jti"}) {
            String bad = GOOD.replaceFirst("\"" + claim + "\":(\"[^\"]*\"|\\d+)", "\"" + claim + "\":" + value);
            // An issue time long ago is strange, not wrong.
            if (!(claim.equals("iat") && value.equals("-1"))) {
                refused(signed(header, bad));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"productsnap\",\"another\"]", "\"PRODUCTSNAP\"", "\"productsnap \"", "[\"another\"]"})
    void theAudienceIsExactlyOurs(String audience) {
        refused(signed(header, GOOD.replace("\"aud\":\"productsnap\"", "\"aud\":" + audience)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"productsnap/\"", "\"https://productsnap\"", "[\"productsnap\"]"})
    void theIssuerIsExactlyOurs(String issuer) {
        refused(signed(header, GOOD.replace("\"iss\":\"productsnap\"", "\"iss\":" + issuer)));
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        for (int at = 0; at < token.length(); at++) {
            for (char other : "AQgw_.=+ \u0000é".toCharArray()) {
                if (token.charAt(at) != other) {
                    refused(token.substring(0, at) + other + token.substring(at + 1));
                }
            }
        }
    }

    @Test
    void nothingCanBeAddedOrTakenAway() {
        for (String other : new String[] {" ", "=", ".", "A", "\n", ".e30"}) {
            refused(token + other);
            refused(other + token);
        }
        for (int length = 0; length < token.length(); length++) {
            refused(token.substring(0, length));
        }
    }

    @Test
    void aTokenOfAnotherSecretIsRefused() {
        NimbusAccessTokens others = new NimbusAccessTokens(
                JwtSettings.of("another secret that is long enough too"), new TurnableClock(NOW), new Random(1));

        refused(others.issue(
                new Access(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), NOW.plusSeconds(60))));
    }

    @Test
    void aMegabyteIsRefusedUnread() {
        refused("A".repeat(1 << 20));
        refused(".".repeat(1 << 20));
        refused(token + "A".repeat(1 << 20));
        refused(signed(header, GOOD.replace("}", ",\"x\":\"" + "A".repeat(1 << 20) + "\"}")));
    }

    @Test
    void deepNestingIsRefused() {
        refused(signed(header, "[".repeat(2500)));
        refused(signed(header, "{\"a\":".repeat(500) + "1" + "}".repeat(500)));
        refused(signed("{\"a\":".repeat(500) + "1" + "}".repeat(500), GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "true", "[]", "{}", "not JSON", "{\"exp\":"})
    void otherPayloadsAreRefused(String payload) {
        refused(signed(header, payload));
    }

    @Test
    void randomTextIsRefused() {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            String noise = new String(bytes, StandardCharsets.ISO_8859_1);
            refused(noise);
            refused(encoded(header) + "." + noise);
            refused(encoded(header) + "." + encoded(noise) + "." + encoded(noise));
            refused(signed(header, noise));
        }
    }

    private void refused(String text) {
        assertEquals(Optional.empty(), tokens.read(text), () -> "read: " + text);
    }

    private static String signed(String header, String payload) {
        String input = encoded(header) + "." + encoded(payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
