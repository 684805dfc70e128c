package io.productsnap.core.user;

import io.productsnap.core.policy.Require;
import java.util.Optional;

/**
 * What users say of themselves.
 *
 * @param fullName 1 to 200 characters, one line
 * @param notifyOnCompletion whether a finished job sends a mail
 */
public record Profile(Optional<String> fullName, boolean notifyOnCompletion) {

    public static final int LONGEST_NAME = 200;

    public Profile {
        fullName.ifPresent(name -> Require.that(isName(name), "fullName must be one line of 1 to 200 characters"));
    }

    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
