package io.productsnap.bootstrap;

import java.util.List;

/** The program cannot start as it is configured. Its message is for the operator, a line for each complaint. */
public final class SettingsInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsInvalid(List<String> complaints) {
        super("ProductSnap cannot start as it is configured:\n  - " + String.join("\n  - ", complaints));
    }
}
