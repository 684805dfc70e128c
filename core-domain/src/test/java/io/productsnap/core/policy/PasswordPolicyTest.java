package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {

    private static final PasswordPolicy POLICY = PasswordPolicy.DEFAULT;
    private static final String CAMERA = "\uD83D\uDCF7";

    private static boolean isGood(String password) {
        return POLICY.complaint(password).isEmpty();
    }

    @Test
    void lengthIsWhatCounts() {
        assertFalse(isGood("x".repeat(7)));
        assertTrue(isGood("x".repeat(8)));
        assertTrue(isGood("x".repeat(128)));
        assertFalse(isGood("x".repeat(129)));
        assertTrue(isGood("        "));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
        assertFalse(isGood(CAMERA.repeat(7)));
        assertTrue(isGood(CAMERA.repeat(8)));
        assertTrue(isGood(CAMERA.repeat(128)));
        assertFalse(isGood(CAMERA.repeat(129)));
    }

    @Test
    void aComplaintTellsTheBound() {
        assertEquals(Optional.of("The password must have at least 8 characters."), POLICY.complaint("short"));
        assertEquals(Optional.of("The password must have at most 128 characters."), POLICY.complaint("x".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "12345678",
                "qwertyuiop",
                "1qaz2wsx",
                "trustno1",
                "ProductSnap",
                "productsnap2026!",
                "Product-Snap 1"
            })
    void whatEverybodyHasIsTooCommonInWhateverCase(String password) {
        assertEquals(Optional.of("This password is too common."), POLICY.complaint(password));
    }

    @Test
    void noRuleOfCompositionHidesBehindTheList() {
        for (String password :
                new String[] {"xxxxxxxx", "four words that rhyme", "i love productsnap", "ppppassword"}) {
            assertEquals(Optional.empty(), POLICY.complaint(password), password);
        }
    }

    @Test
    void thereAreManyCommonOnesAndNoneThatIsTooShortAnyway() {
        assertTrue(CommonPasswords.BREACHED.passwords().size() >= 10_000);
        assertTrue(CommonPasswords.BREACHED.passwords().stream().allMatch(word -> word.length() >= POLICY.shortest()));
        assertTrue(CommonPasswords.BREACHED.passwords().stream()
                .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT).strip())));
    }

    @Test
    void theListIsNotShown() {
        assertFalse(POLICY.toString().contains("qwerty"));
    }

    @Test
    void whateverIsSentNobodyHashesMoreThanAKilobyte() {
        ForAll.cases(PasswordPolicyTest::draw, password -> {
            boolean few = password.getBytes(StandardCharsets.UTF_8).length <= 1_024;

            assertTrue(few || !POLICY.mayBeHashed(password));
            assertTrue(!isGood(password) || POLICY.mayBeHashed(password));
        });
    }

    private static String draw(SplittableRandom random) {
        return random.ints(random.nextInt(300), 0, Character.MAX_CODE_POINT + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void bytesAreBoundedToo() {
        PasswordPolicy generous = new PasswordPolicy(1, 5_000, CommonPasswords.NONE);

        assertTrue(generous.mayBeHashed("x".repeat(1_024)));
        assertFalse(generous.mayBeHashed("x".repeat(1_025)));
        assertFalse(generous.mayBeHashed("ü".repeat(513)));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PasswordPolicy(0, 10, CommonPasswords.NONE));
        assertThrows(IllegalArgumentException.class, () -> new PasswordPolicy(10, 9, CommonPasswords.NONE));
    }
}
