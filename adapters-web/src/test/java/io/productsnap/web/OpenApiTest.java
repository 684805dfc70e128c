package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is described is what is there. */
final class OpenApiTest {

    private final House house = new House().open();
    private final JsonNode described =
            house.call("/api/openapi.json").get().is(200).json();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void eachRouteIsDescribedAndEachDescriptionHasARoute() {
        Predicate<Endpoint> ofTheApi = endpoint -> endpoint.path.startsWith("/api/")
                || endpoint.path.startsWith("/health")
                || endpoint.path.equals("/version");
        Set<String> routes = house.server().endpoints().stream()
                .filter(endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
                .filter(endpoint -> !(endpoint.handler instanceof WrongMethod))
                .filter(ofTheApi)
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> operations = new TreeSet<>();
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertEquals(operations, routes);
    }

    @Test
    void whatIsAnsweredHasTheFieldsThatAreDescribed() {
        House.Person ann = house.someone();
        String id = ann.submits("jpeg 1");
        UserId admin =
                new UserId(UUID.fromString(ann.call("/api/users/me").get().text("id")));
        house.accounts.makeAdmin(admin, AuditEntry.done(House.NOW, admin, "user.make-admin", Client.CONSOLE));
        Answered audit = ann.call("/api/admin/audit").get();
        Map<String, Answered> answers = Map.of(
                "Profile", ann.call("/api/users/me").get(),
                "Stats", ann.call("/api/users/stats").get(),
                "JobPage", ann.call("/api/jobs/list").get(),
                "JobRenamed", ann.call("/api/jobs/" + id).json("PATCH", "{'input_filename':'x'}"),
                "Ticket", ann.call("/api/jobs/" + id + "/ticket").post(),
                "Health", house.call("/health/detailed").get(),
                "Version", house.call("/version").get(),
                "Branding", house.call("/api/branding").get(),
                "AuditPage", audit);

        answers.forEach((schema, answered) -> assertEquals(
                fields(schema), new TreeSet<>(answered.is(200).json().propertyNames()), schema));
        assertEquals(
                fields("AuditEntry"),
                new TreeSet<>(audit.json().path("entries").path(0).propertyNames()));
        assertEquals(
                fields("JobSummary"),
                new TreeSet<>(ann.call("/api/jobs/list")
                        .get()
                        .json()
                        .path("jobs")
                        .path(0)
                        .propertyNames()));
    }

    @Test
    void sessionsHaveTheFieldsThatAreDescribed() {
        House.Person ann = house.someone();
        JsonNode list = ann.call("/api/auth/sessions").get().is(200).json();
        JsonNode everywhere = ann.call("/api/auth/logout-all").post().is(200).json();

        assertEquals(fields("SessionList"), new TreeSet<>(list.propertyNames()));
        assertEquals(
                fields("Session"), new TreeSet<>(list.path("sessions").path(0).propertyNames()));
        assertEquals(fields("LoggedOutEverywhere"), new TreeSet<>(everywhere.propertyNames()));
    }

    private Set<String> fields(String schema) {
        JsonNode properties =
                described.path("components").path("schemas").path(schema).path("properties");
        return new TreeSet<>(properties.propertyNames());
    }
}
