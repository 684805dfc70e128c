package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.photo.PhotoWish.Environment;
import io.productsnap.core.photo.PhotoWish.Gender;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.property.ForAll;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and results as texts. */
final class PhotoCodecTest {

    private static final PhotoKey UPLOAD = new PhotoKey("uploads/ann/1.jpg");
    private static final String HOSTILE = "&=%+;\n\r\t\u0000\"'\\{}<>&upload=x&mode=lifestyle_scene%26 üß漢😀";

    private static <E> E oneOf(List<E> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <E> Optional<E> maybe(E value, SplittableRandom random) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static PhotoOrder draw(SplittableRandom random) {
        int[] letters = HOSTILE.codePoints().toArray();
        String prompt = random.ints(1 + random.nextInt(60), 0, letters.length)
                .map(i -> letters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('x')
                .toString();
        return new PhotoOrder(
                UPLOAD,
                oneOf(List.of(PhotoFormat.values()), random),
                new PhotoWish(
                        oneOf(List.of(PhotoMode.values()), random),
                        oneOf(List.of(Shadow.values()), random),
                        maybe(prompt, random),
                        maybe(oneOf(List.of(Gender.values()), random), random),
                        maybe(oneOf(List.of(Environment.values()), random), random)));
    }

    @Test
    void anOrderIsReadAsItWasWritten() {
        ForAll.cases(PhotoCodecTest::draw, order -> assertEquals(order, PhotoOrder.read(order.write())));
    }

    @Test
    void anOrderIsOneLineOfPlainLetters() {
        ForAll.cases(
                PhotoCodecTest::draw,
                order -> assertTrue(order.write().matches("[A-Za-z0-9._*+%=&-]+"), order.write()));
    }

    @Test
    void theLongestPromptFits() {
        PhotoWish wish = new PhotoWish(
                PhotoMode.LIFESTYLE_SCENE,
                Shadow.NO_SHADOW,
                Optional.of("漢".repeat(PhotoWish.LONGEST_PROMPT)),
                Optional.empty(),
                Optional.empty());
        PhotoOrder order = new PhotoOrder(UPLOAD, PhotoFormat.PNG, wish);

        assertEquals(order, PhotoOrder.read(order.write()));
        assertTrue(order.write().length() < 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "upload",
                "&",
                "upload=a",
                "upload=a&format=jpeg&mode=studio_white",
                "upload=../a&format=jpeg&mode=studio_white&shadow=no_shadow",
                "upload=a&format=gif&mode=studio_white&shadow=no_shadow",
                "upload=a&format=jpeg&mode=studio_white&shadow=no_shadow&prompt=%zz"
            })
    void whatIsNoOrderIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PhotoOrder.read(text));
    }

    @Test
    void aResultIsReadAsItWasWritten() {
        PhotoResult result = PhotoResult.placeFor(new Owner("ann"), new Fence(aJobId(), 7));

        assertEquals(result, PhotoResult.read(result.write()));
        assertThrows(IllegalArgumentException.class, () -> PhotoResult.read("picture=a"));
    }

    @Test
    void noTwoRunsWriteToTheSamePlace() {
        JobId job = aJobId();
        Owner ann = new Owner("ann");
        PhotoResult first = PhotoResult.placeFor(ann, new Fence(job, 1));
        PhotoResult second = PhotoResult.placeFor(ann, new Fence(job, 2));
        PhotoResult other = PhotoResult.placeFor(ann, new Fence(aJobId(), 1));

        assertNotEquals(first.picture(), first.thumbnail());
        assertEquals(
                6,
                List.of(first, second, other).stream()
                        .flatMap(r -> r.keys().stream())
                        .distinct()
                        .count());
    }
}
