package io.productsnap.persistence.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3PhotoLinksTest {

    private static final PhotoKey KEY = new PhotoKey("shots/ann/photo.webp");
    private static final byte[] CONTENT = {1, 2, 3};

    private final HttpClient browser = HttpClient.newHttpClient();
    private S3Server server;

    @BeforeAll
    void startServer() throws Exception {
        server = S3Server.start();
        try (S3PhotoStore photos = new S3PhotoStore(server.bucket("photos"))) {
            photos.createBucket();
            photos.put(KEY, CONTENT, PhotoFormat.WEBP);
        }
    }

    @AfterAll
    void stopServer() throws Exception {
        server.stop();
    }

    private static URI link(S3Settings settings) {
        try (S3PhotoLinks links = new S3PhotoLinks(settings)) {
            return links.link(KEY);
        }
    }

    private HttpResponse<byte[]> fetch(URI link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void whoHasALinkGetsThePhotoToLookAt() throws Exception {
        HttpResponse<byte[]> answer = fetch(link(server.bucket("photos")));

        assertEquals(200, answer.statusCode());
        assertArrayEquals(CONTENT, answer.body());
        assertEquals(Optional.of("image/webp"), answer.headers().firstValue("content-type"));
        assertEquals(Optional.of("inline"), answer.headers().firstValue("content-disposition"));
    }

    @Test
    void aLinkIsGoodForAnHour() {
        assertTrue(link(server.bucket("photos")).getQuery().contains("X-Amz-Expires=3600"));
    }

    @Test
    void aLinkToOneFileOpensNoOther() throws Exception {
        String other = link(server.bucket("photos")).toString().replace("photo.webp", "other.webp");

        assertEquals(403, fetch(URI.create(other)).statusCode());
    }

    @Test
    void aLinkWithAnotherSignatureOpensNothing() throws Exception {
        URI forged = link(server.withWrongSecret("photos"));

        assertEquals(403, fetch(forged).statusCode());
    }

    @Test
    void aLinkLeadsToThePublicAddress() {
        S3Settings inside = server.bucket("photos");
        S3Settings behindAName = new S3Settings(
                inside.endpoint(),
                Optional.of(URI.create("https://files.example.com")),
                inside.region(),
                inside.bucket(),
                inside.accessKey(),
                inside.secretKey());

        URI link = link(behindAName);

        assertEquals("https", link.getScheme());
        assertEquals("files.example.com", link.getHost());
        assertEquals("/photos/" + KEY, link.getPath());
    }

    @Test
    void withoutAnEndpointALinkLeadsToAmazon() {
        S3Settings amazon =
                new S3Settings(Optional.empty(), Optional.empty(), "eu-central-1", "photos", "access", "secret");

        assertEquals("photos.s3.eu-central-1.amazonaws.com", link(amazon).getHost());
    }
}
