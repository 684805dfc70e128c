package io.productsnap.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * What was built, from which commit, when.
 *
 * @param commit the commit's hash; {@code unknown} where the build saw no repository
 * @param builtAt the commit's time, ISO 8601, so that two builds of one commit are the same
 */
record BuildInfo(String version, String commit, String builtAt) {

    private static final String RESOURCE = "/productsnap-build.properties";

    /** @throws IllegalStateException when the build left its own description out */
    static BuildInfo read() {
        try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return new BuildInfo(
                    properties.getProperty("version", "unknown"),
                    known(properties.getProperty("commit", "")),
                    known(properties.getProperty("built_at", "")));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + RESOURCE, unreadable);
        }
    }

    private static String known(String value) {
        // Where there is no repository, the placeholder stays as it is.
        return value.isBlank() || value.startsWith("${") ? "unknown" : value;
    }
}
