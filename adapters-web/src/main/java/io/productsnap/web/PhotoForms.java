package io.productsnap.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.MultiPart;

/**
 * Takes in forms with a photo. Each is received in full before it is read, and only as many are read at once as memory has room
 * for: a slow client costs a file, a crowd costs patience. Thread-safe.
 */
final class PhotoForms {

    /** What may stand around the photo: texts, and what is between the parts. */
    private static final int ROOM_FOR_THE_REST = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long maxUpload;
    private final Problem tooLarge;
    private final Semaphore room;

    /** @param maxUpload the largest photo, in bytes */
    PhotoForms(long maxUpload) {
        this.maxUpload = maxUpload;
        this.tooLarge = Problems.tooLarge("The photo is larger than " + readable(maxUpload) + ".");
        // The parser has it once and we have it once; a quarter of the memory is for this.
        long permits = Runtime.getRuntime().maxMemory() / 4 / (2 * maxUpload);
        this.room = new Semaphore((int) Math.max(2, Math.min(permits, 1_000)), true);
    }

    private static String readable(long bytes) {
        long mebibyte = 1024L * 1024;
        return bytes % mebibyte == 0 ? bytes / mebibyte + " MiB" : bytes + " bytes";
    }

    /** @throws ProblemException when it is no form, or too large */
    Reply read(Context ctx, Function<PhotoForm, Reply> use) {
        String boundary = boundary(ctx);
        long most = maxUpload + ROOM_FOR_THE_REST;
        if (ctx.req().getContentLengthLong() > most) {
            return tooLarge;
        }
        try (NamelessFile body = NamelessFile.create()) {
            return body.fill(RequestBody.open(ctx), most) ? inTurn(body, boundary, use) : tooLarge;
        } catch (IOException brokenOff) {
            throw new ClientGone(brokenOff);
        }
    }

    private static String boundary(Context ctx) {
        if (!RequestBody.mediaType(ctx).orElse("").equals("multipart/form-data")) {
            throw new ProblemException(Problems.unsupported("Please send multipart/form-data."));
        }
        return Optional.ofNullable(MultiPart.extractBoundary(ctx.contentType()))
                .orElseThrow(() -> new ProblemException(Problems.unreadableForm()));
    }

    private Reply inTurn(NamelessFile body, String boundary, Function<PhotoForm, Reply> use) {
        if (!isRoom()) {
            return Problems.unavailable("Many photos are coming in. Please try again in a moment.", PATIENCE);
        }
        try {
            MultipartForm form = MultipartForm.read(body.content(), boundary);
            boolean fits = form.named("file").stream().allMatch(file -> file.content().length <= maxUpload);
            return fits ? use.apply(new PhotoForm(form)) : tooLarge;
        } finally {
            room.release();
        }
    }

    private boolean isRoom() {
        try {
            return room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
