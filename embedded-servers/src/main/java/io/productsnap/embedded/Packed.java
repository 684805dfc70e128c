package io.productsnap.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.JarEntry;

/** A server's binaries as a jar of the class path has them. */
record Packed(URL url) {

    /** @throws CannotStart when the build that this program comes from was made for another machine */
    static Packed named(String name) {
        URL url = Packed.class.getResource("/" + name);
        if (url == null) {
            throw new CannotStart(
                    "This build has no servers for this machine (%s is missing): build it here, or set".formatted(name)
                            + " DATABASE_URL and REDIS_URL.");
        }
        return new Packed(url);
    }

    // The checksum that the jar already has: nobody reads 15 MB at each start to learn that nothing changed.
    String key(String server) {
        try {
            JarEntry entry = ((JarURLConnection) url.openConnection()).getJarEntry();
            return "%s-%08x-%d".formatted(server, entry.getCrc(), entry.getSize());
        } catch (IOException e) {
            throw new CannotStart("The binaries %s cannot be read.".formatted(url), e);
        }
    }

    InputStream open() throws IOException {
        return url.openStream();
    }
}
