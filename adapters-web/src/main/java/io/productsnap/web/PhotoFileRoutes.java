package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.policy.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Gives out the files of stores that cannot do so themselves, to whoever has a link. */
final class PhotoFileRoutes {

    /** Where {@code SignedPhotoLinks} must lead. */
    static final String PATH = "/files";

    /** What sellers send is never run, whatever it turns out to be. */
    private static final String CSP = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final WebApp.Files files;
    private final Clock clock;

    PhotoFileRoutes(WebApp.Files files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, PATH + "/<key>", this::get);
    }

    private void get(Context ctx) {
        String expires = param(ctx, "expires");
        Optional<PhotoKey> key = files.links().open(ctx.pathParam("key"), expires, param(ctx, "signature"));
        Optional<byte[]> content = key.flatMap(files.store()::get);
        if (key.isEmpty() || content.isEmpty()) {
            Problems.notFound("This link is not good any more.").to(ctx);
            return;
        }
        ctx.header(SecurityHeaders.CSP, CSP);
        ctx.header(SecurityHeaders.CACHE, "private, max-age=" + secondsUntil(expires));
        ctx.header("Content-Disposition", "inline");
        // The front end may live on another host; the link is the permission.
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        // Photos are as small as they get; and a download shows how far it has come.
        ctx.disableCompression();
        ctx.header("Content-Length", Integer.toString(content.get().length));
        Cached.answer(ctx, etag(key.get()), mediaType(key.get()), content.get());
    }

    private static String param(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private long secondsUntil(String expires) {
        return Math.max(
                0,
                Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(expires)))
                        .toSeconds());
    }

    /** What lies under a key is never replaced by something else, so the key stands for it. */
    private static String etag(PhotoKey key) {
        return Sha256.hex(key.value().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    private static String mediaType(PhotoKey key) {
        return Arrays.stream(PhotoFormat.values())
                .filter(format -> key.value().endsWith("." + format.extension()))
                .map(PhotoFormat::mediaType)
                .findFirst()
                .orElse("application/octet-stream");
    }
}
