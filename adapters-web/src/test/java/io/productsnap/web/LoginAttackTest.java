package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.contract.AtOnce;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guessing passwords over HTTP: many at once, and under false addresses. */
final class LoginAttackTest {

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private static Call logIn(House house, String forwarded) {
        return house.call("/api/auth/login").with("X-Forwarded-For", forwarded);
    }

    private static String wrong(House.Person person) {
        return "{'email':'" + person.email() + "','password':'something else'}";
    }

    private static String right(House.Person person) {
        return "{'email':'" + person.email() + "','password':'four words that rhyme'}";
    }

    private static List<Integer> fiftyAtOnce(IntFunction<Answered> attempt) {
        return AtOnce.times(50, thread -> attempt.apply(thread).status());
    }

    @Test
    void ofFiftyWrongLoginsAtOnceFiveAreHeard() {
        List<Integer> statuses =
                fiftyAtOnce(thread -> house.call("/api/auth/login").post(wrong(ann)));

        assertEquals(5, Collections.frequency(statuses, 401));
        assertEquals(45, Collections.frequency(statuses, 429));
    }

    @Test
    void aForwardedAddressCountsForNothingUnlessAProxyIsTrusted() {
        List<Integer> statuses =
                fiftyAtOnce(thread -> logIn(house, "203.0.113." + thread).post(wrong(ann)));

        assertEquals(5, Collections.frequency(statuses, 401));
        logIn(house, "203.0.113.200").post(right(ann)).isProblem(429);
    }

    @Test
    void behindAProxyOnlyWhatItWroteItselfCounts() {
        try (House behind = new House().behind("127.0.0.1").open()) {
            House.Person bob = behind.someone();
            List<Integer> statuses = fiftyAtOnce(
                    thread -> logIn(behind, "6.6.6." + thread + ", 203.0.113.5").post(wrong(bob)));

            assertEquals(5, Collections.frequency(statuses, 401));
            logIn(behind, "203.0.113.6").post(right(bob)).is(200);
        }
    }

    @Test
    void aHouseholdOfIpv6IsOneClient() {
        try (House behind = new House().behind("127.0.0.1").open()) {
            House.Person bob = behind.someone();
            List<Integer> statuses =
                    fiftyAtOnce(thread -> logIn(behind, "2001:db8:1:2::" + Integer.toHexString(thread + 1))
                            .post(wrong(bob)));

            assertEquals(5, Collections.frequency(statuses, 401));
            logIn(behind, "2001:db8:1:2:ffff::1").post(right(bob)).isProblem(429);
            logIn(behind, "2001:db8:1:3::1").post(right(bob)).is(200);
        }
    }

    @Test
    void manyClientsTogetherGuessTenTimesAtAnAccountAndAtNone() {
        try (House behind = new House().behind("127.0.0.1").open()) {
            House.Person bob = behind.someone();
            for (String body : List.of(wrong(bob), wrong(bob).replace(bob.email(), "nobody@example.com"))) {
                List<Integer> statuses = fiftyAtOnce(
                        thread -> logIn(behind, "203.0.113." + thread).post(body));

                assertEquals(10, Collections.frequency(statuses, 401), body);
                assertEquals(40, Collections.frequency(statuses, 429), body);
            }
        }
    }
}
