package io.productsnap.security.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhcHashTest {

    @Test
    void aHashIsWrittenAsItWasRead() {
        String text = "$argon2id$v=19$m=102400,t=2,p=8$c29tZXNvbWVzb21lc29tZQ$vGD2iCWY8JDvkcGAobM9xw";

        assertEquals(Optional.of(text), PhcHash.parse(text).map(PhcHash::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "a password in plain text",
                "$2b$12$abcdefghijklmnopqrstuvabcdefghijklmnopqrstuvabcdefghijk",
                "$argon2d$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=16$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$t=2,m=1024,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$m=01024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$m=-1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$m=1024,t=0,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA==$PsV5ULEBYeK1pQGnBJmJVQ==",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ\n",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdB$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVR",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5",
                "$argon2id$v=19$m=1024,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ$",
            })
    void whatIsWrittenOtherwiseIsNoHash(String text) {
        assertTrue(PhcHash.parse(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m=999999,t=2,p=1", "m=131073,t=2,p=1", "m=19456,t=17,p=1", "m=19456,t=2,p=17", "m=15,t=2,p=2"})
    void aHashThatCostsTooMuchOrMeansNothingIsNoHash(String cost) {
        assertTrue(PhcHash.parse("$argon2id$v=19$" + cost + "$c2FsdHNhbHRzYWx0c2FsdA$PsV5ULEBYeK1pQGnBJmJVQ")
                .isEmpty());
    }
}
