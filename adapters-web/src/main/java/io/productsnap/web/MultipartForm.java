package io.productsnap.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/** The fields of a form with files (RFC 7578), in their order. */
record MultipartForm(List<FormPart> parts) {

    /** So many that a form with more is no form. */
    private static final int MOST_PARTS = 1_000;

    MultipartForm {
        parts = List.copyOf(parts);
    }

    /** @throws ProblemException when it is no form */
    static MultipartForm read(InputStream body, String boundary) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MOST_PARTS);
        // It has a length that was looked at, and goes into memory now.
        parser.setMaxLength(-1);
        parser.setMaxMemoryFileSize(-1);
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser.parse(Content.Source.from(body), Promise.Invocable.toPromise(parsed));
        try (MultiPartFormData.Parts parts = parsed.join()) {
            List<FormPart> read = new ArrayList<>();
            for (MultiPart.Part part : parts) {
                read.add(FormPart.of(part));
            }
            return new MultipartForm(read);
        } catch (CompletionException malformed) {
            throw new ProblemException(Problems.unreadableForm());
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read back", e);
        }
    }

    List<FormPart> named(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).toList();
    }
}
