package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.9"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 203.0.113.5            | 198.51.100.1 | a stranger is not believed",
                "10.1.2.3     | 203.0.113.5            | 203.0.113.5  | a proxy is",
                "10.1.2.3     | 6.6.6.6, 203.0.113.5   | 203.0.113.5  | and nothing left of what it wrote",
                "10.1.2.3     | 203.0.113.5, 192.0.2.9 | 203.0.113.5  | nor a second proxy's own address",
                "10.1.2.3     | 10.9.9.9               | 10.9.9.9     | proxies all the way",
                "10.1.2.3     | ''                     | 10.1.2.3     | an empty one says nothing",
                "10.1.2.3     | 203.0.113.5, unknown   | 10.1.2.3     | what is no address hides the rest",
                "10.1.2.3     | 203.0.113.5:4711       | 203.0.113.5  | a port is cut off",
                "10.1.2.3     | [2001:db8::5]:4711     | 2001:db8:0:0:0:0:0:5 | brackets too",
                "[fd00::1]    | 2001:DB8::5            | 2001:db8:0:0:0:0:0:5 | a proxy on IPv6",
                "[::1]        | 203.0.113.5            | 0:0:0:0:0:0:0:1 | a stranger on IPv6",
                "::ffff:10.1.2.3 | 203.0.113.5         | 203.0.113.5  | an IPv4 proxy in IPv6 clothes",
            })
    void theClientIsTheFirstFromTheRightThatIsNoProxy(String peer, String forwarded, String client, String why) {
        assertEquals(client, PROXIES.clientOf(peer, List.of(forwarded)), why);
    }

    @Test
    void severalHeadersAreOneList() {
        assertEquals("203.0.113.5", PROXIES.clientOf("10.0.0.1", List.of("6.6.6.6", "203.0.113.5, 10.0.0.2")));
        assertEquals("10.0.0.1", PROXIES.clientOf("10.0.0.1", List.of()));
    }

    @Test
    void nobodyIsBelievedByDefault() {
        assertEquals("10.0.0.1", TrustedProxies.NONE.clientOf("10.0.0.1", List.of("203.0.113.5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "fd00::/129",
                "proxy.example.com",
                "10.0.0",
                "",
                "1:2"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)));
    }

    @Test
    void theLimitsCountTheClientAndNotTheProxy() {
        try (House house = new House().behind("127.0.0.0/8").open()) {
            for (int i = 0; i < 5; i++) {
                logIn(house, "203.0.113.5").is(401);
            }

            logIn(house, "203.0.113.5").is(429);
            logIn(house, "203.0.113.6").is(401);
            logIn(house, "203.0.113.6, 203.0.113.5").is(429);
        }
    }

    @Test
    void withoutAProxyTheHeaderOpensNoDoor() {
        try (House house = new House().open()) {
            for (int i = 0; i < 5; i++) {
                logIn(house, "203.0.113." + i).is(401);
            }

            logIn(house, "203.0.113.99").is(429);
        }
    }

    private static Answered logIn(House house, String forwarded) {
        return house.call("/api/auth/login")
                .with("X-Forwarded-For", forwarded)
                .post("{'email':'nobody@example.com','password':'something'}");
    }
}
