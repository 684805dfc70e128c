package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import java.util.Map;

/** What this is: version, branding, the description of the API. Its page for people is one of {@link PageRoutes}. */
final class AboutRoutes {

    /** As the pages have them in {@code app.css}. */
    private static final Map<String, String> COLOURS = Map.of("accent", "#0b6b4a", "ink", "#14201a", "page", "#eef1ef");

    private final BuildVersion version;
    private final ClassPathFile openApi = ClassPathFile.read("/openapi.json");

    AboutRoutes(BuildVersion version) {
        this.version = version;
    }

    private record BrandingView(String name, String version, Map<String, String> colours) {}

    void install(RoutesConfig routes) {
        BrandingView branding = new BrandingView(version.name(), version.version(), COLOURS);
        ReadRoutes.get(routes, "/version", ctx -> Answer.ok(version).to(ctx));
        ReadRoutes.get(routes, "/api/branding", ctx -> Answer.ok(branding).to(ctx));
        ReadRoutes.get(routes, "/api/openapi.json", ctx -> {
            ctx.header(SecurityHeaders.CACHE, "no-cache");
            Cached.answer(ctx, openApi.etag(), "application/json", openApi.content());
        });
    }
}
