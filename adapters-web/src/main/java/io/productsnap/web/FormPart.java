package io.productsnap.web;

import io.productsnap.core.policy.Require;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * One field of a form.
 *
 * @param filename what makes it a file; empty for a text
 * @param mediaType without parameters, in lower case
 * @param content not copied: it may be megabytes
 */
@SuppressWarnings("ArrayRecordComponent")
record FormPart(String name, Optional<String> filename, String mediaType, byte[] content) {

    private static final String ANYTHING = "application/octet-stream";

    static FormPart of(MultiPart.Part part) throws IOException {
        Optional<String> mediaType = Optional.ofNullable(part.getHeaders().get(HttpHeader.CONTENT_TYPE));
        return new FormPart(
                Optional.ofNullable(part.getName()).orElse(""),
                Optional.ofNullable(part.getFileName()).map(FormPart::lastStep),
                mediaType.map(RequestBody::withoutParameters).orElse(ANYTHING),
                content(part));
    }

    /** Of a length that is known, so that megabytes are copied once. */
    private static byte[] content(MultiPart.Part part) throws IOException {
        byte[] content = new byte[Math.toIntExact(part.getLength())];
        int read = Content.Source.asInputStream(part.getContentSource()).readNBytes(content, 0, content.length);
        Require.that(read == content.length, "a part is shorter than it says: " + read);
        return content;
    }

    /** Some browsers tell the whole way to the file. */
    private static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
