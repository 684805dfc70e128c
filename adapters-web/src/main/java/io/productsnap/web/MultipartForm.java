package io.productsnap.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/**
 * A form with files, received in full before anything is made of it. What comes in slowly waits in a file without a name, not
 * in memory: nothing of it is left behind, whatever happens.
 */
record MultipartForm(List<FormPart> parts) {

    /** So many that a form with more is no form. */
    private static final int MOST_PARTS = 1_000;

    private static final int CHUNK = 64 * 1024;

    MultipartForm {
        parts = List.copyOf(parts);
    }

    /**
     * @param most bytes, all parts and what is between them
     * @throws ProblemException when it is no form, or longer
     */
    static MultipartForm receive(Context ctx, long most, Problem tooLarge) {
        if (!RequestBody.mediaType(ctx).orElse("").equals("multipart/form-data")) {
            throw new ProblemException(Problems.unsupported("Please send multipart/form-data."));
        }
        String boundary = Optional.ofNullable(MultiPart.extractBoundary(ctx.contentType()))
                .orElseThrow(() -> new ProblemException(unreadable()));
        if (ctx.req().getContentLengthLong() > most) {
            throw new ProblemException(tooLarge);
        }
        try (FileChannel file = namelessFile()) {
            if (!fill(file, ctx, most)) {
                throw new ProblemException(tooLarge);
            }
            return parse(file.position(0), boundary, most);
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be kept", e);
        }
    }

    private static FileChannel namelessFile() throws IOException {
        Path path = Files.createTempFile("productsnap-upload-", "");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(path);
        return channel;
    }

    private static boolean fill(FileChannel file, Context ctx, long most) throws IOException {
        InputStream in = RequestBody.open(ctx);
        byte[] buffer = new byte[CHUNK];
        long received = 0;
        while (received <= most) {
            int read = readSome(in, buffer);
            if (read < 0) {
                return true;
            }
            received += read;
            write(ByteBuffer.wrap(buffer, 0, read), file);
        }
        return false;
    }

    private static int readSome(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException brokenOff) {
            throw new ClientGone(brokenOff);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel file) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static MultipartForm parse(FileChannel file, String boundary, long most) throws IOException {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MOST_PARTS);
        parser.setMaxLength(most);
        parser.setMaxMemoryFileSize(most);
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser.parse(Content.Source.from(Channels.newInputStream(file)), Promise.Invocable.toPromise(parsed));
        try (MultiPartFormData.Parts parts = parsed.join()) {
            List<FormPart> read = new ArrayList<>();
            for (MultiPart.Part part : parts) {
                read.add(FormPart.of(part));
            }
            return new MultipartForm(read);
        } catch (CompletionException malformed) {
            throw new ProblemException(unreadable());
        }
    }

    private static Problem unreadable() {
        return Problems.badRequest("The form cannot be read.");
    }

    List<FormPart> named(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).toList();
    }
}
