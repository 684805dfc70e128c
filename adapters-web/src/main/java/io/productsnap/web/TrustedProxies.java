package io.productsnap.web;

import java.util.Arrays;
import java.util.List;

/** The networks whose word on where a request came from is taken. */
public final class TrustedProxies {

    /** Nobody's. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * @param networks as {@code 10.0.0.0/8}, {@code fd00::/8}, {@code 192.0.2.7}
     * @throws IllegalArgumentException when one is written otherwise
     */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(Network::parse).toList());
    }

    /**
     * Finds the client: from the right, the first address that no trusted proxy has.
     *
     * @param peer who opened the connection
     * @param forwarded the values of {@code X-Forwarded-For}, in order; what stands left of a trusted proxy's own entry
     *     was sent by anybody, and is not read
     */
    String clientOf(String peer, List<String> forwarded) {
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        return IpAddress.parse(peer)
                .map(nearest -> behind(nearest, hops).toString())
                .orElse(peer);
    }

    private IpAddress behind(IpAddress nearest, List<String> hops) {
        if (hops.isEmpty() || !trusts(nearest)) {
            return nearest;
        }
        int last = hops.size() - 1;
        // A proxy that we trust writes an address; where there is none, what is known for sure is the proxy.
        return IpAddress.parse(hops.get(last))
                .map(before -> behind(before, hops.subList(0, last)))
                .orElse(nearest);
    }

    private boolean trusts(IpAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedProxies proxies && networks.equals(proxies.networks);
    }

    @Override
    public int hashCode() {
        return networks.hashCode();
    }

    @Override
    public String toString() {
        return networks.toString();
    }
}
