package io.productsnap.persistence.s3;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.PhotoStoreContract;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.PhotoStore.Unavailable;
import io.productsnap.core.photo.StoredFile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3PhotoStoreTest implements PhotoStoreContract {

    private S3Server server;
    private S3PhotoStore photos;

    @BeforeAll
    void startServer() throws Exception {
        server = S3Server.start();
        photos = new S3PhotoStore(server.bucket("photos"));
        photos.createBucket();
    }

    @AfterAll
    void stopServer() throws Exception {
        photos.close();
        server.stop();
    }

    @Override
    public PhotoStore photos() {
        return photos;
    }

    @Test
    void aBucketIsThereOnceItIsMade() {
        try (S3PhotoStore other = new S3PhotoStore(server.bucket("other"))) {
            assertThrows(Unavailable.class, other::check);

            other.createBucket();
            other.createBucket();

            assertDoesNotThrow(other::check);
        }
    }

    @Test
    void moreAreListedThanAServerGivesAtATime() {
        try (S3PhotoStore full = new S3PhotoStore(server.bucket("full"))) {
            full.createBucket();
            for (int i = 10_000; i < 11_005; i++) {
                full.put(new PhotoKey("photo-" + i), new byte[] {1}, PhotoFormat.PNG);
            }

            List<StoredFile> listed = full.list("", 1_003);

            assertEquals(1_003, listed.size());
            assertEquals("photo-11002", listed.get(1_002).name());
        }
    }

    @Test
    void withoutItsBucketItIsUnavailable() {
        try (S3PhotoStore absent = new S3PhotoStore(server.bucket("absent"))) {
            PhotoKey key = new PhotoKey("photo.png");

            assertThrows(Unavailable.class, () -> absent.put(key, new byte[1], PhotoFormat.PNG));
            assertThrows(Unavailable.class, () -> absent.get(key));
            assertThrows(Unavailable.class, () -> absent.list("", 1));
            assertThrows(Unavailable.class, () -> absent.delete(List.of(key)));
        }
    }

    @Test
    void withAWrongSecretItIsUnavailableAndDoesNotTellIt() {
        try (S3PhotoStore stranger = new S3PhotoStore(server.withWrongSecret("photos"))) {
            Unavailable refused = assertThrows(Unavailable.class, () -> stranger.get(new PhotoKey("photo.png")));

            assertTrue(String.valueOf(refused.getMessage()).contains("bucket photos"));
            assertFalse(String.valueOf(refused.getMessage()).contains("wrong"));
        }
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        S3Settings nowhere = new S3Settings(
                Optional.of(URI.create("http://127.0.0.1:1")),
                Optional.empty(),
                "us-east-1",
                "photos",
                "key",
                "secret");
        try (S3PhotoStore unreachable = new S3PhotoStore(nowhere)) {
            assertThrows(Unavailable.class, unreachable::check);
        }
    }
}
