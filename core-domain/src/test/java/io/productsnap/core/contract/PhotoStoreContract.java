package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a {@link PhotoStore} must do. It need not be empty: every test has keys of its own. */
public interface PhotoStoreContract {

    PhotoStore photos();

    private static PhotoKey aKey() {
        return new PhotoKey("uploads/" + anId() + "/photo.png");
    }

    private static byte[] content(int size, int seed) {
        byte[] content = new byte[size];
        new SplittableRandom(seed).nextBytes(content);
        return content;
    }

    private void put(PhotoKey key, byte[] content) {
        photos().put(key, content, PhotoFormat.PNG);
    }

    private byte[] get(PhotoKey key) {
        return photos().get(key).orElseThrow();
    }

    private boolean isAbsent(PhotoKey key) {
        return photos().get(key).isEmpty();
    }

    @Test
    default void aStoredFileIsReadBackByteForByte() {
        for (int size : new int[] {0, 1, 1_000, 5 * 1024 * 1024}) {
            PhotoKey key = aKey();
            put(key, content(size, size));

            assertArrayEquals(content(size, size), get(key));
        }
    }

    @Test
    default void everyFormatIsStored() {
        for (PhotoFormat format : PhotoFormat.values()) {
            PhotoKey key = new PhotoKey("uploads/" + anId() + "." + format.extension());
            photos().put(key, content(10, 1), format);

            assertArrayEquals(content(10, 1), get(key));
        }
    }

    @Test
    default void whetherThereIsAFileIsToldWithoutIt() {
        PhotoKey key = new PhotoKey("uploads/ann/1.jpg");
        assertFalse(photos().has(key));

        photos().put(key, new byte[] {1}, PhotoFormat.JPEG);
        assertTrue(photos().has(key));

        photos().delete(List.of(key));
        assertFalse(photos().has(key));
    }

    @Test
    default void whatWasNeverStoredIsAbsent() {
        assertEquals(Optional.empty(), photos().get(aKey()));
    }

    @Test
    default void aKeyMayBeAsLongAsKeysAre() {
        PhotoKey key = new PhotoKey(anId() + "/" + "x".repeat(100) + "/" + "y".repeat(95) + ".png");
        put(key, content(10, 1));

        assertArrayEquals(content(10, 1), get(key));
    }

    @Test
    default void aSecondFileReplacesTheFirst() {
        PhotoKey key = aKey();
        put(key, content(2_000, 1));

        put(key, content(10, 2));

        assertArrayEquals(content(10, 2), get(key));
    }

    @Test
    default void aDeletedFileIsAbsentAndOthersStay() {
        PhotoKey first = aKey();
        PhotoKey second = aKey();
        PhotoKey third = aKey();
        put(first, content(10, 1));
        put(second, content(10, 2));
        put(third, content(10, 3));

        photos().delete(List.of(first, second));

        assertTrue(isAbsent(first));
        assertTrue(isAbsent(second));
        assertArrayEquals(content(10, 3), get(third));
    }

    @Test
    default void deletingWhatIsNotThereIsFine() {
        PhotoKey key = aKey();
        put(key, content(10, 1));

        photos().delete(List.of(aKey(), key, aKey()));
        photos().delete(List.of(key));

        assertTrue(isAbsent(key));
    }

    @Test
    default void deletingNothingIsFine() {
        PhotoKey key = aKey();
        put(key, content(10, 1));

        photos().delete(List.of());

        assertArrayEquals(content(10, 1), get(key));
    }

    @Test
    default void aDeletedFileCanBeStoredAgain() {
        PhotoKey key = aKey();
        put(key, content(10, 1));
        photos().delete(List.of(key));

        put(key, content(10, 2));

        assertArrayEquals(content(10, 2), get(key));
    }

    @Test
    default void theStoreKeepsACopyOfItsOwn() {
        PhotoKey key = aKey();
        byte[] mine = content(10, 1);
        put(key, mine);

        Arrays.fill(mine, (byte) 0);
        Arrays.fill(get(key), (byte) 0);

        assertArrayEquals(content(10, 1), get(key));
    }

    @Test
    default void whoReadsAmidManyWritesFindsOneWholeFile() {
        PhotoKey key = aKey();
        int size = 300_000;
        put(key, content(size, 0));
        List<byte[]> whole = AtOnce.times(6, thread -> content(size, thread));

        List<byte[]> read = AtOnce.times(6, thread -> {
            put(key, whole.get(thread));
            return get(key);
        });

        assertTrue(read.stream().allMatch(found -> isOneOf(whole, found)));
        assertTrue(isOneOf(whole, get(key)));
    }

    private static boolean isOneOf(List<byte[]> all, byte[] one) {
        return all.stream().anyMatch(each -> Arrays.equals(each, one));
    }

    @Test
    default void aStoreThatCanBeReachedPassesItsCheck() {
        photos().check();
    }
}
