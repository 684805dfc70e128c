package io.productsnap.persistence.s3;

import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoLinks;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Links straight to the object store, signed here for {@link PhotoLinks#LIFE}. Thread-safe. */
public final class S3PhotoLinks implements PhotoLinks, AutoCloseable {

    private final S3Settings settings;
    private final S3Presigner presigner;

    public S3PhotoLinks(S3Settings settings) {
        this.settings = settings;
        this.presigner = presigner(settings);
    }

    private static S3Presigner presigner(S3Settings settings) {
        // The host is part of what is signed: it must be the one that the browser will ask.
        Optional<URI> endpoint = settings.publicEndpoint().or(settings::endpoint);
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint.isPresent())
                        .build());
        endpoint.ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    @Override
    public URI link(PhotoKey key) {
        return URI.create(presigner
                .presignGetObject(presign -> presign.signatureDuration(LIFE)
                        .getObjectRequest(get -> get.bucket(settings.bucket()).key(key.value())))
                .url()
                .toExternalForm());
    }

    @Override
    public void close() {
        presigner.close();
    }
}
