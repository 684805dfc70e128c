package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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

    /** What there is in one folder, page by page. */
    private List<StoredFile> listed(String folder, int most) {
        List<StoredFile> all = new ArrayList<>();
        List<StoredFile> page = photos().list(folder, most);
        while (!page.isEmpty() && page.get(0).name().startsWith(folder + "/")) {
            assertTrue(page.size() <= most, "a page of " + page.size());
            page.stream().filter(file -> file.name().startsWith(folder + "/")).forEach(all::add);
            page = photos().list(page.get(page.size() - 1).name(), most);
        }
        return all;
    }

    private static List<String> names(List<StoredFile> files) {
        return files.stream().map(StoredFile::name).toList();
    }

    @Test
    default void theFilesAreListedPageByPageInTheOrderOfTheirNames() {
        String folder = anId().toString();
        List<String> names = Stream.of(
                        "a/1-small", "b/2/3", "a-1", "a0", "a/1", "B", "a.1", "a/1.png", "b/2/1", "a/b/c")
                .map(name -> folder + "/" + name)
                .toList();
        names.forEach(name -> put(new PhotoKey(name), content(1, 1)));
        List<String> inOrder = names.stream().sorted().toList();

        for (int most = 1; most <= 11; most++) {
            assertEquals(inOrder, names(listed(folder, most)));
        }
    }

    @Test
    default void theListBeginsWhereItIsToldAndWhetherThatFileIsStillThereOrNot() {
        String folder = anId().toString();
        List<PhotoKey> keys = Stream.of("1", "2", "3")
                .map(n -> new PhotoKey(folder + "/" + n))
                .toList();
        keys.forEach(key -> put(key, content(1, 1)));
        photos().delete(List.of(keys.get(1)));

        assertEquals(
                keys.get(2).value(),
                names(photos().list(keys.get(0).value(), 1)).get(0));
        assertEquals(
                keys.get(2).value(),
                names(photos().list(keys.get(1).value(), 1)).get(0));
    }

    @Test
    default void whoBeginsAtTheBeginningComesPastEveryFileAndToTheEnd() {
        PhotoKey key = aKey();
        put(key, content(1, 1));

        Set<String> passed = new HashSet<>();
        List<StoredFile> page = photos().list("", 7);
        while (!page.isEmpty()) {
            page.forEach(file -> assertTrue(passed.add(file.name()), "twice: " + file));
            page = photos().list(page.get(page.size() - 1).name(), 7);
        }

        assertTrue(passed.contains(key.value()));
        assertEquals(List.of(), photos().list("~", 7));
    }

    @Test
    default void theListSaysWhenAFileWasWritten() {
        Instant before = Instant.now().minusSeconds(1);
        String folder = anId().toString();
        put(new PhotoKey(folder + "/photo.png"), content(1, 1));

        Instant written = listed(folder, 1).get(0).written();

        assertFalse(written.isBefore(before) || written.isAfter(Instant.now().plusSeconds(1)), written.toString());
    }

    @Test
    default void aStoreThatCanBeReachedPassesItsCheck() {
        photos().check();
    }
}
