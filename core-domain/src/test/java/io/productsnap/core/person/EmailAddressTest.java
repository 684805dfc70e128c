package io.productsnap.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    private static final String LETTERS = "aZ09.!#$%&'*+/=?^_`{|}~-@@.. \t\n\"(),:;<>[]\\ü\u0000İK";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "a@b.cd",
                "first.last+tag@mail.example.co.uk",
                "o'neill@example.com",
                "x@xn--bcher-kva.example",
                "1@2.3"
            })
    void anAddressIsAnAddress(String text) {
        assertEquals(Optional.of(text), EmailAddress.parse(text).map(EmailAddress::value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.com",
                "ann@",
                "ann@example",
                "ann@@example.com",
                "ann@exam ple.com",
                "ann@-example.com",
                "ann@example-.com",
                "ann@example..com",
                "ann@.example.com",
                "ann@example.com.",
                "ann@example.com\nBcc: bob@example.com",
                "ann smith@example.com",
                "Ann <ann@example.com>",
                "ann@exämple.com",
                "ann@[192.0.2.7]",
                "\"ann\"@example.com"
            })
    void whatIsNoneIsNone(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    @Test
    void twoSpellingsOfOneAddressAreEqual() {
        assertEquals(EmailAddress.parse("ann@example.com"), EmailAddress.parse("  Ann@EXAMPLE.com\n"));
    }

    @Test
    void itsPartsHaveTheirLongest() {
        String domain = "d".repeat(63) + ".example";
        assertTrue(EmailAddress.parse("x".repeat(64) + "@" + domain).isPresent());
        assertFalse(EmailAddress.parse("x".repeat(65) + "@" + domain).isPresent());
        assertFalse(EmailAddress.parse("x@" + "d".repeat(64) + ".example").isPresent());
        assertFalse(EmailAddress.parse("x@" + "d.".repeat(126) + "com").isPresent());
        assertFalse(EmailAddress.parse("x".repeat(1_000_000)).isPresent());
    }

    @Test
    void whateverIsParsedIsInItsNormalForm() {
        ForAll.cases(
                EmailAddressTest::draw,
                text -> EmailAddress.parse(text)
                        .ifPresent(address -> assertEquals(Optional.of(address), EmailAddress.parse(address.value()))));
    }

    private static String draw(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text + "@a.b" + (random.nextInt(4) == 0 ? LETTERS.charAt(random.nextInt(LETTERS.length())) : "c");
    }

    @Test
    void whatIsNotInItsNormalFormIsNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> new EmailAddress("Ann@example.com"));
        assertThrows(IllegalArgumentException.class, () -> new EmailAddress(" ann@example.com"));
    }
}
