package io.productsnap.persistence.s3;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Photos in a bucket. What fails for a moment is tried three times. Thread-safe. */
public final class S3PhotoStore implements PhotoStore, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration ONE_TRY = Duration.ofSeconds(30);
    private static final Duration ALL_TRIES = Duration.ofSeconds(75);

    /** No server lists more at a time. */
    private static final int MOST_LISTED = 1_000;

    private final S3Settings settings;
    private final S3Client s3;

    /** Connects with the first use. */
    public S3PhotoStore(S3Settings settings) {
        this.settings = settings;
        this.s3 = client(settings);
    }

    private static S3Client client(S3Settings settings) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                // Other servers' bucket names are seldom host names, and many know no checksum of Amazon's newer ones.
                .forcePathStyle(settings.endpoint().isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        translated(
                "store a photo in",
                () -> s3.putObject(
                        put -> put.bucket(settings.bucket())
                                .key(key.value())
                                .contentType(format.mediaType())
                                .contentDisposition("inline"),
                        RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        return translated("read a photo from", () -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(get -> get.bucket(settings.bucket()).key(key.value()))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean has(PhotoKey key) {
        return translated("look for a photo in", () -> {
            try {
                s3.headObject(head -> head.bucket(settings.bucket()).key(key.value()));
                return true;
            } catch (NoSuchKeyException absent) {
                return false;
            }
        });
    }

    // One by one: mostly they are three, and the request for many demands a checksum that not every server knows.
    @Override
    public void delete(Collection<PhotoKey> keys) {
        for (PhotoKey key : keys) {
            translated(
                    "delete a photo from",
                    () -> s3.deleteObject(
                            delete -> delete.bucket(settings.bucket()).key(key.value())));
        }
    }

    @Override
    public List<StoredFile> list(String after, int most) {
        return translated(
                "list the photos in",
                () -> s3
                        // It goes on where the server sent fewer, or none, and has more.
                        .listObjectsV2Paginator(list ->
                                list.bucket(settings.bucket()).startAfter(after).maxKeys(Math.min(most, MOST_LISTED)))
                        .contents()
                        .stream()
                        .limit(most)
                        .map(object -> new StoredFile(object.key(), object.lastModified()))
                        .toList());
    }

    @Override
    public void check() {
        translated("find", () -> s3.headBucket(head -> head.bucket(settings.bucket())));
    }

    /** Makes the bucket if it is not there: for development, where nobody has made it by hand. */
    public void createBucket() {
        translated("create", () -> {
            try {
                return s3.headBucket(head -> head.bucket(settings.bucket()));
            } catch (NoSuchBucketException absent) {
                return s3.createBucket(create -> create.bucket(settings.bucket()));
            }
        });
    }

    private <T> T translated(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failed) {
            throw new Unavailable("could not " + what + " " + settings + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
