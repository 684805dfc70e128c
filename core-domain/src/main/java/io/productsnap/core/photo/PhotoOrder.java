package io.productsnap.core.photo;

import io.productsnap.core.job.JobKind;
import io.productsnap.core.photo.PhotoWish.Environment;
import io.productsnap.core.photo.PhotoWish.Gender;
import io.productsnap.core.photo.PhotoWish.Shadow;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a photo job's payload says: which upload, and what to make of it.
 *
 * @param upload where the seller's photo lies
 */
public record PhotoOrder(PhotoKey upload, PhotoFormat format, PhotoWish wish) {

    /** The kind of all photo jobs. */
    public static final JobKind KIND = new JobKind("photo");

    /** As a payload; {@link #read} understands it. */
    public String write() {
        return new Fields()
                .with("upload", upload.value())
                .with("format", word(format))
                .with("mode", word(wish.mode()))
                .with("shadow", word(wish.shadow()))
                .with("prompt", wish.prompt())
                .with("gender", wish.gender().map(PhotoOrder::word))
                .with("environment", wish.environment().map(PhotoOrder::word))
                .write();
    }

    /** @throws IllegalArgumentException when it is no such payload */
    public static PhotoOrder read(String payload) {
        Fields fields = Fields.read(payload);
        PhotoWish wish = new PhotoWish(
                enumOf(PhotoMode::valueOf, fields.required("mode")),
                enumOf(Shadow::valueOf, fields.required("shadow")),
                fields.optional("prompt"),
                fields.optional("gender").map(word -> enumOf(Gender::valueOf, word)),
                fields.optional("environment").map(word -> enumOf(Environment::valueOf, word)));
        return new PhotoOrder(
                new PhotoKey(fields.required("upload")), enumOf(PhotoFormat::valueOf, fields.required("format")), wish);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E> E enumOf(Function<String, E> valueOf, String word) {
        return valueOf.apply(word.toUpperCase(Locale.ROOT));
    }

    /** Whose file and of which job: the place of an upload. */
    static PhotoKey uploadKey(String owner, String job, PhotoFormat format) {
        return new PhotoKey("uploads/" + owner + "/" + job + "." + format.extension());
    }
}
