package io.productsnap.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is sent with a request. */
final class RequestBody {

    /** A client that sends all before it reads anything gets to see its answer if it sends no more than this. */
    private static final long MOST_DRAINED = 32L * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;
    private static final String OPENED = RequestBody.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    private RequestBody() {}

    /** The media type without its parameters, in lower case; empty when none is said. */
    static Optional<String> mediaType(Context ctx) {
        return Optional.ofNullable(ctx.contentType()).map(RequestBody::withoutParameters);
    }

    static String withoutParameters(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static InputStream open(Context ctx) throws IOException {
        ctx.attribute(OPENED, true);
        return ctx.req().getInputStream();
    }

    /** @return all of it; empty when it is longer */
    static Optional<byte[]> read(Context ctx, int most) {
        try {
            byte[] bytes = open(ctx).readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException brokenOff) {
            throw new ClientGone(brokenOff);
        }
    }

    /** Reads what is left and throws it away, since an answer before the end of a request is often not looked at. */
    static void drain(Context ctx) {
        if (isHeldBack(ctx)) {
            ctx.header("Connection", "close");
            return;
        }
        try {
            if (!isAllRead(ctx.req().getInputStream())) {
                ctx.header("Connection", "close");
            }
        } catch (IOException | IllegalStateException unreadable) {
            // The answer is sent all the same: it is what this request can still have.
            LOG.debug("the rest of a request could not be read", unreadable);
        }
    }

    private static boolean isAllRead(InputStream in) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long drained = 0;
        while (drained <= MOST_DRAINED) {
            int read = in.read(buffer);
            if (read < 0) {
                return true;
            }
            drained += read;
        }
        return false;
    }

    /** A client that asks before it sends, and was not told to go on, sends nothing. */
    private static boolean isHeldBack(Context ctx) {
        return "100-continue".equalsIgnoreCase(ctx.header("Expect")) && ctx.attribute(OPENED) == null;
    }
}
