package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.audit.AuditLog;

/** What has happened, for administrators: {@code /api/admin/audit}. */
final class AuditRoutes {

    private final AuditLog audit;
    private final Admins admins;

    AuditRoutes(WebApp app, Callers callers) {
        this.audit = app.office().audit();
        this.admins = new Admins(callers, app.accounts().users());
    }

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, "/api/admin/audit", this::list);
    }

    private void list(Context ctx) {
        admins.demand(ctx);
        Answer.ok(AuditListing.PageView.of(audit.page(AuditListing.read(ctx)))).to(ctx);
    }
}
