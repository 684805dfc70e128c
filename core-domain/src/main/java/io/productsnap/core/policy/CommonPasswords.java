package io.productsnap.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that attackers try first, in whatever case, and our own name with whatever is put about it (OWASP ASVS 5.0, V6.2.4,
 * V6.2.11, V6.2.12).
 *
 * @param passwords in lower case
 */
public record CommonPasswords(Set<String> passwords) {

    /** Some 18,000 from breaches, all of 8 characters or more; {@code common-passwords.NOTICE} says whence. */
    public static final CommonPasswords BREACHED = read("common-passwords.txt");

    public static final CommonPasswords NONE = new CommonPasswords(Set.of());

    private static final String OUR_NAME = "productsnap";

    public CommonPasswords {
        passwords = Set.copyOf(passwords);
    }

    private static CommonPasswords read(String name) {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(name)) {
            if (list == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new CommonPasswords(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    public boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return passwords.contains(lower) || isOurName(lower);
    }

    private static boolean isOurName(String lower) {
        String letters = lower.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return letters.equals(OUR_NAME);
    }

    /** Not one of them by word. */
    @Override
    public String toString() {
        return "CommonPasswords[" + passwords.size() + "]";
    }
}
