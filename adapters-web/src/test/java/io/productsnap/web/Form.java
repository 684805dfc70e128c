package io.productsnap.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form, written by hand so that it can be wrong. */
final class Form {

    private static final String BOUNDARY = "----a-boundary";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A photo and a mode: what is needed and no more. */
    static Form ofPhoto(String content) {
        return new Form().file("file", "mug.jpg", "image/jpeg", bytes(content)).text("mode", "studio_white");
    }

    Form text(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", bytes(value));
    }

    Form file(String name, String filename, String mediaType, byte[] content) {
        String disposition = "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename + "\"";
        return part(disposition + "\r\nContent-Type: " + mediaType, content);
    }

    private Form part(String headers, byte[] content) {
        out.writeBytes(bytes("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(bytes("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return whole.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A photo of exactly this size. */
    static byte[] photoOf(int size) {
        byte[] photo = new byte[size];
        System.arraycopy(bytes("jpeg"), 0, photo, 0, 4);
        return photo;
    }
}
