package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The scripts, styles and pictures of the pages, told apart by what is in them. Their time would not do: in a reproducible build
 * all files have the same.
 */
final class Assets {

    /** Kept, and asked about each time: a new version is seen at once, an old one costs a line. */
    static final String ASK_AGAIN = "no-cache";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.(?<kind>js|css|svg)");
    private static final Map<String, String> KINDS =
            Map.of("js", "text/javascript;charset=utf-8", "css", "text/css;charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, ClassPathFile> files = new ConcurrentHashMap<>();

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, "/app.css", ctx -> answer(ctx, "", "app.css"));
        ReadRoutes.get(routes, "/js/{file}", ctx -> answer(ctx, "js/", ctx.pathParam("file")));
        ReadRoutes.get(routes, "/img/{file}", ctx -> answer(ctx, "img/", ctx.pathParam("file")));
    }

    private void answer(Context ctx, String folder, String name) {
        var shape = NAME.matcher(name);
        Optional<ClassPathFile> file = shape.matches() ? find("/public/" + folder + name) : Optional.empty();
        if (file.isEmpty()) {
            Problems.notFound("There is nothing here.").to(ctx);
            return;
        }
        ctx.header(SecurityHeaders.CACHE, ASK_AGAIN);
        Cached.answer(
                ctx,
                file.get().etag(),
                KINDS.getOrDefault(shape.group("kind"), ""),
                file.get().content());
    }

    /** Only what exists is remembered, so strangers cannot fill the memory. */
    private Optional<ClassPathFile> find(String path) {
        Optional<ClassPathFile> known = Optional.ofNullable(files.get(path));
        if (known.isPresent()) {
            return known;
        }
        Optional<ClassPathFile> found = ClassPathFile.find(path);
        found.ifPresent(file -> files.put(path, file));
        return found;
    }
}
