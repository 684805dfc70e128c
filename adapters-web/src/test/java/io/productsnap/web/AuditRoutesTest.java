package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AuditRoutesTest {

    private final House house = new House().open();
    private final House.Person admin = house.someone();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private static UserId idOf(House.Person person) {
        return new UserId(UUID.fromString(person.call("/api/users/me").get().text("id")));
    }

    private void makeAdmin() {
        UserId id = idOf(admin);
        house.accounts.makeAdmin(id, AuditEntry.done(House.NOW, id, "user.make-admin", Client.CONSOLE));
    }

    private Answered list(String query) {
        return admin.call("/api/admin/audit" + query).get();
    }

    private static List<String> actionsOf(Answered page) {
        return page.json()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("action").stringValue())
                .toList();
    }

    @Test
    void onlyAdministratorsSeeIt() {
        house.call("/api/admin/audit").get().isProblem(401);
        ann.call("/api/admin/audit").get().isProblem(403);
        ann.call("/api/admin/audit?limit=0").get().isProblem(403);
        list("").isProblem(403);

        makeAdmin();
        list("").is(200);
    }

    @Test
    void whoDidWhatWhenFromWhereAndHowItEndedIsTold() {
        makeAdmin();
        house.call("/api/auth/login")
                .with("User-Agent", "a browser")
                .post("{'email':'" + ann.email() + "','password':'something else'}")
                .is(401);

        JsonNode entry = list("?limit=1").is(200).json().path("entries").path(0);

        assertEquals(idOf(ann).toString(), entry.path("user_id").stringValue());
        assertEquals("session.open", entry.path("action").stringValue());
        assertEquals("refused", entry.path("outcome").stringValue());
        assertEquals("127.0.0.1", entry.path("ip").stringValue());
        assertEquals("a browser", entry.path("device").stringValue());
        assertEquals(house.clock.instant().toString(), entry.path("at").stringValue());
    }

    @Test
    void pagesTogetherAreTheWholeLog() {
        makeAdmin();
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Answered page = list("?limit=1" + cursor).is(200);
            all.addAll(actionsOf(page));
            JsonNode next = page.json().path("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.stringValue();
        } while (!cursor.isEmpty() && all.size() < 10);

        assertEquals(List.of("user.make-admin", "account.open", "account.open"), all);
    }

    @Test
    void oneUsersEntriesCanBeAskedFor() {
        makeAdmin();
        Answered page = list("?user_id=" + idOf(ann)).is(200);

        assertEquals(List.of("account.open"), actionsOf(page));
        assertTrue(page.json().path("next_cursor").isNull());
        assertEquals(List.of(), actionsOf(list("?user_id=" + UUID.randomUUID()).is(200)));
    }

    @Test
    void whatCannotBeIsRefused() {
        makeAdmin();
        list("?limit=0").complainsOf("limit");
        list("?limit=101&user_id=x").complainsOf("limit", "user_id");
        for (String cursor : new String[] {"x", "-1", "0", "1e3", "9999999999999999999999", ""}) {
            list("?cursor=" + cursor).isProblem(400);
        }
    }

    @Test
    void aDeviceThatCallsItselfTwoLinesForgesNone() {
        makeAdmin();
        house.audit.append(AuditEntry.done(House.NOW, idOf(ann), "x", new Client("192.0.2.7", "a\r\nb")));

        assertFalse(list("?limit=100").text().contains("\\n"));
    }
}
