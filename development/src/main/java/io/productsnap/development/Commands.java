package io.productsnap.development;

import io.productsnap.bootstrap.Role;
import java.util.List;
import java.util.Locale;

/** What the roles are called on the command line. */
final class Commands {
    private static final List<String> SHORT = List.of("migrate", "user");

    private Commands() {}

    static String of(Role role) {
        return role == Role.ADMINISTER ? "user" : role.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it ends by itself, and soon. */
    static boolean isShort(String command) {
        return SHORT.contains(command);
    }
}
