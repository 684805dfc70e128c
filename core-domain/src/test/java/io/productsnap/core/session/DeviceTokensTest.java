package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.MacKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeviceTokensTest {

    private static final String SECRET = "a secret that is long enough, 32 bytes";

    private final TurnableClock clock = new TurnableClock(NOW);
    private final MacKey key = MacKey.of(SECRET, "device");
    private final DeviceTokens tokens = new DeviceTokens(key, clock);
    private final UserId ann = aUserId();
    private final String token = tokens.of(ann);

    @Test
    void aDeviceIsKnownToWhomItHasServed() {
        assertTrue(tokens.know(ann, token));
        assertFalse(tokens.know(aUserId(), token));
    }

    @Test
    void aDeviceIsForgottenAfterAYear() {
        clock.turn(DeviceTokens.LIFE.minusSeconds(1));
        assertTrue(tokens.know(ann, token));

        clock.turn(Duration.ofSeconds(1));
        assertFalse(tokens.know(ann, token));
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        for (int at = 0; at < token.length(); at++) {
            for (char other : "0aA.-_ ".toCharArray()) {
                if (token.charAt(at) != other) {
                    assertFalse(tokens.know(ann, token.substring(0, at) + other + token.substring(at + 1)));
                }
            }
        }
    }

    @Test
    void whatIsNoTokenIsNone() {
        for (String text : new String[] {
            "", ".", "..", token + ".", "." + token, token + "\n", "x".repeat(1 << 20), token.replace('.', ' ')
        }) {
            assertFalse(tokens.know(ann, text));
        }
    }

    @Test
    void anotherSecretOrPurposeMakesNone() {
        MacKey ofRefresh = MacKey.of(SECRET, "refresh");
        MacKey ofOthers = MacKey.of("another secret that is long enough", "device");

        assertFalse(tokens.know(ann, new DeviceTokens(ofRefresh, clock).of(ann)));
        assertFalse(tokens.know(ann, new DeviceTokens(ofOthers, clock).of(ann)));
    }

    @Test
    void aSealOfALaterTimeIsWorthNothingForAnother() {
        String claim = ann + "." + NOW.plusSeconds(60).getEpochSecond();

        assertFalse(tokens.know(ann, claim + token.substring(token.lastIndexOf('.'))));
        assertFalse(tokens.know(ann, ann + ".999999999999." + key.seal(claim)));
    }
}
