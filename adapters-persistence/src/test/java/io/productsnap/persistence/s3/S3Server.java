package io.productsnap.persistence.s3;

import java.net.URI;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** An S3 server in this process, which checks signatures; its buckets are gone with it. */
final class S3Server {

    private static final String ACCESS_KEY = "access";
    private static final String SECRET_KEY = "secret-of-the-test";

    private final S3Proxy server;

    private S3Server(S3Proxy server) {
        this.server = server;
    }

    static S3Server start() throws Exception {
        S3Proxy server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        server.start();
        return new S3Server(server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    S3Settings bucket(String name) {
        return new S3Settings(Optional.of(address()), Optional.empty(), "us-east-1", name, ACCESS_KEY, SECRET_KEY);
    }

    S3Settings withWrongSecret(String name) {
        return new S3Settings(Optional.of(address()), Optional.empty(), "us-east-1", name, ACCESS_KEY, "wrong");
    }

    void stop() throws Exception {
        server.stop();
    }
}
