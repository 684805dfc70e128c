package io.productsnap.core.photo;

import io.productsnap.core.limit.Throttle;
import java.time.Duration;

/** Makes the small picture that a browser cannot make by itself. It costs nothing but time, so it is limited. */
public final class PreviewPhoto {

    private static final int LONGEST_SIDE = 800;

    private final PhotoInspector inspector;
    private final PhotoPreviewer previewer;
    private final Throttle throttle;

    /** @param throttle how many previews one person may ask for */
    public PreviewPhoto(PhotoInspector inspector, PhotoPreviewer previewer, Throttle throttle) {
        this.inspector = inspector;
        this.previewer = previewer;
        this.throttle = throttle;
    }

    /** What can come of it. */
    public interface Answers<T> {
        T preview(byte[] jpeg);

        T unusable(String why);

        T unknownKind(String why);

        T tooMany(Duration retryAfter);
    }

    /** @param who whose window it is */
    public <T> T preview(String who, byte[] photo, Answers<T> answers) {
        return throttle.take("preview:" + who)
                .fold(
                        place -> inspector
                                .inspect(photo)
                                .fold(
                                        fine -> answers.preview(previewer.preview(photo, LONGEST_SIDE)),
                                        unusable -> answers.unusable(unusable.why()),
                                        unknown -> answers.unknownKind(unknown.why())),
                        refused -> answers.tooMany(refused.retryAfter()));
    }
}
