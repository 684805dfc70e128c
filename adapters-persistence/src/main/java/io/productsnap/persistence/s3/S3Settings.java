package io.productsnap.persistence.s3;

import io.productsnap.core.policy.Require;
import java.net.URI;
import java.util.Optional;

/**
 * Which bucket, and how it is reached.
 *
 * @param endpoint the server, with the bucket in the path; Amazon's own when empty
 * @param publicEndpoint how browsers reach the server; as {@code endpoint} when empty. Links sign it
 */
public record S3Settings(
        Optional<URI> endpoint,
        Optional<URI> publicEndpoint,
        String region,
        String bucket,
        String accessKey,
        String secretKey) {

    public S3Settings {
        endpoint.ifPresent(uri -> requireHttp(uri, "endpoint"));
        publicEndpoint.ifPresent(uri -> requireHttp(uri, "publicEndpoint"));
        Require.text(region, 60, "region");
        Require.text(bucket, 63, "bucket");
        Require.text(accessKey, 200, "accessKey");
        Require.text(secretKey, 200, "secretKey");
    }

    private static void requireHttp(URI uri, String name) {
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        Require.that(http && uri.getHost() != null, name + " must be an http or https address: " + uri);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "bucket " + bucket + " in " + region
                + endpoint.map(uri -> " at " + uri).orElse("");
    }
}
