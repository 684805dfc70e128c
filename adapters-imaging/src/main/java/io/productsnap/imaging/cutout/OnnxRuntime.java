package io.productsnap.imaging.cutout;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads ONNX Runtime, and leaves nothing of it on the disk. By itself it keeps 22 MB in java.io.tmpdir as long as the
 * process lives, for good when that is killed, and their folder in any case. Here they are unpacked for it, and removed
 * as soon as they are loaded: a file that is mapped stays readable on Linux and macOS until its last user has ended.
 */
final class OnnxRuntime {

    private static final String LIBRARIES_ARE_IN = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    private OnnxRuntime() {}

    /** Only the first call of the JVM loads anything. */
    static OrtEnvironment environment() {
        // An operator who has told it where to look, or a machine that keeps what is mapped: it does as it always does.
        if (System.getProperty(LIBRARIES_ARE_IN) != null || !isThere(LIBRARIES.get(0))) {
            return OrtEnvironment.getEnvironment();
        }
        try {
            return withLibrariesIn(Files.createTempDirectory("productsnap-onnxruntime"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static OrtEnvironment withLibrariesIn(Path folder) throws IOException {
        System.setProperty(LIBRARIES_ARE_IN, folder.toString());
        try {
            for (String library : LIBRARIES) {
                try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource(library))) {
                    Files.copy(in, folder.resolve(System.mapLibraryName(library)));
                }
            }
            return OrtEnvironment.getEnvironment();
        } finally {
            System.clearProperty(LIBRARIES_ARE_IN);
            for (String library : LIBRARIES) {
                Files.deleteIfExists(folder.resolve(System.mapLibraryName(library)));
            }
            Files.delete(folder);
        }
    }

    private static boolean isThere(String library) {
        return OrtEnvironment.class.getResource(resource(library)) != null;
    }

    /** As ONNX Runtime's own jar has them. */
    private static String resource(String library) {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "osx" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return "native/" + os + "-" + arch + "/" + System.mapLibraryName(library);
    }
}
