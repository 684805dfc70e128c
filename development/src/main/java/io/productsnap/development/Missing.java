package io.productsnap.development;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server that the settings do not name, so that one is started here. */
enum Missing {
    POSTGRES("DATABASE_URL"),
    REDIS("REDIS_URL"),
    MAIL("SMTP_HOST");

    private final String setting;

    Missing(String setting) {
        this.setting = setting;
    }

    static Set<Missing> in(Map<String, String> environment) {
        Set<Missing> missing = EnumSet.allOf(Missing.class);
        missing.removeIf(server -> isSet(server.setting, environment));
        return missing;
    }

    /** Also when a file is named that holds the value. */
    static boolean isSet(String setting, Map<String, String> environment) {
        return List.of(setting, setting + "_FILE").stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    /** The first that is missing here and that the other settings do not name either. */
    static Optional<Missing> unmet(Set<Missing> missing, Map<String, String> others) {
        return Arrays.stream(values())
                .filter(missing::contains)
                .filter(server -> !isSet(server.setting, others))
                .findFirst();
    }

    String setting() {
        return setting;
    }
}
