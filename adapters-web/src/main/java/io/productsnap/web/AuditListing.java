package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog.Line;
import io.productsnap.core.audit.AuditPage;
import io.productsnap.core.audit.AuditQuery;
import io.productsnap.core.person.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which entries of the audit log to list from a query, and writes the page that was found. */
final class AuditListing {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 100;

    /** A positive number that a long holds. */
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,17}");

    private AuditListing() {}

    /** @param nextCursor where the next page begins; empty on the last one */
    record PageView(List<EntryView> entries, Optional<String> nextCursor) {

        static PageView of(AuditPage page) {
            List<EntryView> views = page.lines().stream().map(EntryView::of).toList();
            return new PageView(
                    views, page.more() ? Optional.of(views.get(views.size() - 1).id()) : Optional.empty());
        }
    }

    /** @param userId empty when nobody is known, as of a login with an unknown address */
    record EntryView(
            String id, Instant at, Optional<String> userId, String action, String outcome, String ip, String device) {

        static EntryView of(Line line) {
            AuditEntry entry = line.entry();
            return new EntryView(
                    Long.toString(line.number()),
                    entry.at(),
                    entry.who().map(UserId::toString),
                    entry.action(),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    entry.from().ip(),
                    entry.from().device());
        }
    }

    /** @throws ProblemException when the query asks for what cannot be */
    static AuditQuery read(Context ctx) {
        QueryFields fields = new QueryFields(ctx);
        Optional<Long> before = fields.text("cursor").map(AuditListing::number);
        int limit = fields.number("limit", 1, MOST, USUAL_LIMIT);
        Optional<String> user = fields.text("user_id");
        Optional<UserId> who = user.flatMap(UserId::parse);
        if (user.isPresent() && who.isEmpty()) {
            fields.complain("user_id", "user_id must be the id of a user.");
        }
        fields.check();
        return new AuditQuery(who, before, limit);
    }

    private static long number(String cursor) {
        if (!CURSOR.matcher(cursor).matches()) {
            throw new ProblemException(Problems.badCursor());
        }
        return Long.parseLong(cursor);
    }
}
