package io.productsnap.core.photo;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Owner;
import java.util.List;

/** What a completed photo job's result says: where its pictures lie. */
public record PhotoResult(PhotoKey picture, PhotoKey thumbnail) {

    /** The fence is part of the place: two runs of one job never write to the same one. */
    static PhotoResult placeFor(Owner owner, Fence fence) {
        String place = "shots/" + owner + "/" + fence.job() + "/" + fence.number();
        return new PhotoResult(new PhotoKey(place + ".png"), new PhotoKey(place + "-thumbnail.png"));
    }

    List<PhotoKey> keys() {
        return List.of(picture, thumbnail);
    }

    /** As a result; {@link #read} understands it. */
    public String write() {
        return new Fields()
                .with("picture", picture.value())
                .with("thumbnail", thumbnail.value())
                .write();
    }

    /** @throws IllegalArgumentException when it is no such result */
    public static PhotoResult read(String result) {
        Fields fields = Fields.read(result);
        return new PhotoResult(new PhotoKey(fields.required("picture")), new PhotoKey(fields.required("thumbnail")));
    }
}
