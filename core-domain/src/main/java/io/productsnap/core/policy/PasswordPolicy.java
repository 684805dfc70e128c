package io.productsnap.core.policy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a new password must be: 8 to 128 characters, at most 1,024 bytes, none that everybody has, and no rules of
 * composition (OWASP ASVS 5.0, V6.2.1, V6.2.4, V6.2.5, V6.2.9, V6.2.12).
 *
 * @param common those that are not taken
 */
public record PasswordPolicy(int shortest, int longest, CommonPasswords common) {

    public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, 128, CommonPasswords.BREACHED);

    /** Hashing costs by the byte: nobody gets to choose how many. */
    private static final int MOST_BYTES = 1_024;

    public PasswordPolicy {
        Require.atLeast(1, shortest, "shortest");
        Require.atLeast(shortest, longest, "longest");
    }

    /** @return what is wrong with it, as a sentence; empty when nothing is */
    public Optional<String> complaint(String password) {
        if (password.codePointCount(0, password.length()) < shortest) {
            return Optional.of("The password must have at least " + shortest + " characters.");
        }
        if (!mayBeHashed(password)) {
            return Optional.of("The password must have at most " + longest + " characters.");
        }
        return common.contain(password) ? Optional.of("This password is too common.") : Optional.empty();
    }

    /** Checked at login too, before any hashing: a password that was taken once is good there, however common. */
    public boolean mayBeHashed(String password) {
        return password.length() <= MOST_BYTES
                && password.codePointCount(0, password.length()) <= longest
                && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
