package io.productsnap.security.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Argon2PasswordHasherTest {

    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(2, 4, new SecureRandom());

    @Test
    void aPasswordMatchesItsHashAndNoOtherDoes() {
        String hash = hasher.hash("correct horse battery staple");

        assertTrue(hasher.matches("correct horse battery staple", hash));
        assertFalse(hasher.matches("correct horse battery stapl", hash));
        assertFalse(hasher.matches("", hash));
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertNotEquals(hasher.hash("the same"), hasher.hash("the same"));
    }

    @Test
    void aHashSaysWhatItCost() {
        assertTrue(hasher.hash("a password")
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"));
    }

    /** Made by argon2-cffi 21.1 and passlib 1.7.4 (its defaults, and an older default, argon2i). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "pässwörd🔑"
                        + " $argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$ylRUog/DKid4T16+uxmrBefT/2dCxmsDwk5YYuuYDpw",
                "correct-horse $argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$dalZCboccznysWCjmAauoA",
                "passlib-default $argon2id$v=19$m=102400,t=2,p=8$c29tZXNvbWVzb21lc29tZQ$7/yFq/JM1JOUanQk7iM3xw",
                "passlib-default $argon2i$v=19$m=102400,t=2,p=8$c29tZXNvbWVzb21lc29tZQ$TsQ/t8aS4Mq5+GhTaeXPeQ",
            })
    void hashesOfOtherProgramsAreChecked(String password, String hash) {
        assertTrue(hasher.matches(password, hash));
        assertFalse(hasher.matches(password + "!", hash));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$ylRUog/DKid4T16+uxmrBefT/2dCxmsDwk5YYuuYDpw"
                        + " false",
                "$argon2id$v=19$m=102400,t=2,p=8$c29tZXNvbWVzb21lc29tZQ$7/yFq/JM1JOUanQk7iM3xw false",
                "$argon2id$v=19$m=19455,t=2,p=1$c29tZXNvbWVzb21lc29tZQ$7/yFq/JM1JOUanQk7iM3xw true",
                "$argon2id$v=19$m=19456,t=1,p=1$c29tZXNvbWVzb21lc29tZQ$7/yFq/JM1JOUanQk7iM3xw true",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$dalZCboccznysWCjmAauoA true",
                "$argon2i$v=19$m=102400,t=2,p=8$c29tZXNvbWVzb21lc29tZQ$TsQ/t8aS4Mq5+GhTaeXPeQ true",
            })
    void aHashIsWeakThatIsCheaperToGuessAgainstThanOurs(String hash, boolean weak) {
        assertEquals(weak, hasher.isWeak(hash));
    }

    @Test
    void ourOwnHashIsNotWeakAndWhatCannotBeReadIsNotTouched() {
        assertFalse(hasher.isWeak(hasher.hash("a password")));
        assertFalse(hasher.isWeak("secret"));
    }

    @Test
    void nothingMatchesWhatIsNoHash() {
        assertFalse(hasher.matches("", ""));
        assertFalse(hasher.matches("secret", "secret"));
        assertFalse(
                hasher.matches("x", "$argon2id$v=19$m=999999,t=9,p=1$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ"));
    }

    @Test
    void nobodyHasNoPassword() {
        assertFalse(hasher.matchesNothing(""));
        assertFalse(hasher.matchesNothing("anything"));
    }
}
