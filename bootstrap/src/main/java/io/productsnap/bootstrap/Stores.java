package io.productsnap.bootstrap;

import io.productsnap.core.photo.PhotoLinks;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.SignedPhotoLinks;
import io.productsnap.core.policy.MacKey;
import io.productsnap.persistence.disk.DiskPhotoStore;
import io.productsnap.persistence.s3.S3PhotoLinks;
import io.productsnap.persistence.s3.S3PhotoStore;
import io.productsnap.web.WebApp;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Where photos lie, and how one gets at them from outside.
 *
 * @param files what our own server gives out; empty when the store does so itself
 */
record Stores(PhotoStore store, PhotoLinks links, Optional<WebApp.Files> files) {

    /** The path under which our own server gives files out. */
    private static final String FILES = "/files";

    static Stores open(Settings settings, URI backEnd, Clock clock, Closing closing) {
        Store photos = settings.servers().photos();
        PhotoStore store = store(photos, closing);
        return photos.fold(
                disk -> {
                    SignedPhotoLinks links = new SignedPhotoLinks(
                            URI.create(backEnd + FILES), MacKey.of(settings.secret(), "photo-links"), clock);
                    return new Stores(store, links, Optional.of(new WebApp.Files(links, store)));
                },
                bucket -> new Stores(store, closing.opened(new S3PhotoLinks(bucket.settings())), Optional.empty()));
    }

    static PhotoStore store(Store photos, Closing closing) {
        return photos.fold(
                disk -> new DiskPhotoStore(disk.folder()),
                bucket -> closing.opened(new S3PhotoStore(bucket.settings())));
    }
}
