package io.productsnap.bootstrap;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses under which strangers reach us. In production nothing goes there in the open, and none is one's own machine. */
final class PublicAddresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0", "[::]");

    private PublicAddresses() {}

    /** Complains of those that are not fit for production: the front end's is the origin that may call us, too. */
    static void check(Environment from) {
        // Signed links lead to the store's public address, or else to its own.
        String store = from.isSet("S3_PUBLIC_ENDPOINT") ? "S3_PUBLIC_ENDPOINT" : "S3_ENDPOINT";
        for (String name : List.of("FRONTEND_URL", "BACKEND_URL", store)) {
            from.address(name).stream()
                    .flatMap(PublicAddresses::faults)
                    .forEach(fault -> from.complain(name + " " + fault + " in production"));
        }
    }

    private static Stream<String> faults(URI address) {
        Stream<String> scheme = "https".equals(address.getScheme()) ? Stream.empty() : Stream.of("must be https");
        Stream<String> host =
                LOOPBACK.contains(address.getHost()) ? Stream.of("must not be this very machine") : Stream.empty();
        return Stream.concat(scheme, host);
    }
}
