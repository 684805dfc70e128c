package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Owner;
import io.productsnap.core.payment.Plan;
import io.productsnap.core.payment.PlanLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UserRoutesTest {

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aProfileHasAllItsFields() {
        JsonNode me = ann.call("/api/users/me").get().is(200).json();

        assertEquals(
                List.of(
                        "id",
                        "email",
                        "email_verified",
                        "full_name",
                        "avatar_url",
                        "created_at",
                        "is_admin",
                        "oauth_provider",
                        "notify_on_completion"),
                List.copyOf(me.propertyNames()));
        assertEquals(ann.email(), me.path("email").stringValue());
        assertEquals("2026-11-23T05:00:00Z", me.path("created_at").stringValue());
    }

    @Test
    void whatIsChangedIsChangedAndTheRestStays() {
        Answered saved = ann.call("/api/users/me")
                .json("PUT", "{'full_name':'Ann Ä. 😀'}")
                .is(200);
        assertEquals("Ann Ä. 😀", saved.text("full_name"));
        assertTrue(saved.json().path("notify_on_completion").booleanValue());
        assertFalse(saved.text("message").isBlank());

        ann.call("/api/users/me").json("PUT", "{'notify_on_completion':false}").is(200);

        JsonNode me = ann.call("/api/users/me").get().json();
        assertEquals("Ann Ä. 😀", me.path("full_name").stringValue());
        assertFalse(me.path("notify_on_completion").booleanValue());
    }

    @Test
    void aNameCanBeTakenAway() {
        ann.call("/api/users/me").json("PUT", "{'full_name':'Ann'}").is(200);

        JsonNode me = ann.call("/api/users/me")
                .json("PUT", "{'full_name':null}")
                .is(200)
                .json();

        assertTrue(me.path("full_name").isNull());
    }

    @Test
    void badFieldsAreComplainedOfAndChangeNothing() {
        ann.call("/api/users/me")
                .json("PUT", "{'full_name':'" + "x".repeat(201) + "','notify_on_completion':'yes'}")
                .complainsOf("full_name", "notify_on_completion");
        ann.call("/api/users/me").json("PUT", "{'full_name':'a\\u0000b'}").complainsOf("full_name");

        assertTrue(ann.call("/api/users/me").get().json().path("full_name").isNull());
    }

    @Test
    void theFreePlanIsCountedInAll() {
        ann.submits("jpeg 1");
        String second = ann.submits("jpeg 2");
        ann.call("/api/jobs/" + second).delete().is(200);

        assertEquals(
                "{\"plan\":\"Free\",\"plan_raw\":\"free\",\"period\":\"total\",\"current_period_usage\":2,"
                        + "\"current_period_limit\":5,\"remaining_jobs\":3,\"total_jobs\":2,\"today_usage\":2,"
                        + "\"today_limit\":null,\"concurrent_jobs\":0,\"concurrent_limit\":1}",
                ann.call("/api/users/stats").get().is(200).text());
    }

    @Test
    void aPaidPlanIsCountedByTheMonth() {
        Owner owner = new Owner(ann.call("/api/users/me").get().text("id"));
        house.jobs.allow(owner, new Allowance.Lasting(PlanLimits.DEFAULT.terms(Plan.PRO_YEARLY, House.NOW)));

        JsonNode stats = ann.call("/api/users/stats").get().json();

        assertEquals("Pro", stats.path("plan").stringValue());
        assertEquals("pro_yearly", stats.path("plan_raw").stringValue());
        assertEquals("month", stats.path("period").stringValue());
        assertEquals(500, stats.path("remaining_jobs").intValue());
    }

    @Test
    void whatIsLeftIsNeverLessThanNothing() {
        ann.submits("jpeg 1");
        Owner owner = new Owner(ann.call("/api/users/me").get().text("id"));
        PlanLimits none =
                new PlanLimits(new PlanLimits.Limit(0, 1, 1), PlanLimits.DEFAULT.basic(), PlanLimits.DEFAULT.pro());
        house.jobs.allow(owner, new Allowance.Lasting(none.terms(Plan.FREE, House.NOW)));

        assertEquals(
                0,
                ann.call("/api/users/stats").get().json().path("remaining_jobs").intValue());
    }

    @Test
    void nobodyElseIsTold() {
        house.call("/api/users/me").get().isProblem(401);
        house.call("/api/users/me").json("PUT", "{}").isProblem(401);
        house.call("/api/users/stats").get().isProblem(401);
    }
}
