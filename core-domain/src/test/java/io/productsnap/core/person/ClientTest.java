package io.productsnap.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class ClientTest {

    private static String network(String ip) {
        return new Client(ip, "").network();
    }

    @Test
    void theAddressesOfOneHouseholdAreOneNetwork() {
        assertEquals(network("2001:db8:1:2::1"), network("2001:0db8:0001:0002:ffff:ffff:ffff:ffff"));
        assertNotEquals(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }

    @Test
    void anAddressOfTheOldProtocolStandsForItself() {
        assertEquals("192.0.2.7", network("192.0.2.7"));
        assertNotEquals(network("192.0.2.7"), network("192.0.2.8"));
    }

    @Test
    void whatIsNoAddressStandsForItself() {
        assertEquals("", network(""));
        assertEquals("a:b:c:d:e:f:a:b:c:d", network("a:b:c:d:e:f:a:b:c:d"));
        assertEquals("not an address", network("not an address"));
    }

    @Test
    void aDeviceIsOneLine() {
        assertEquals("a phone", new Client("", " a\r\n phone\u0000").device());
        assertEquals(300, new Client("", "x".repeat(1_000)).device().length());
    }
}
