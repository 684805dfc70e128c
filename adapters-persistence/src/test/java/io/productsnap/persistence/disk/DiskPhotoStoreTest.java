package io.productsnap.persistence.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.contract.PhotoStoreContract;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskPhotoStoreTest implements PhotoStoreContract {

    private static final PhotoKey KEY = new PhotoKey("shots/ann/photo.png");

    @TempDir
    Path folder;

    @Override
    public PhotoStore photos() {
        return new DiskPhotoStore(root());
    }

    private Path root() {
        return folder.resolve("photos");
    }

    private void put(String content) {
        photos().put(KEY, content.getBytes(StandardCharsets.UTF_8), PhotoFormat.PNG);
    }

    private List<Path> filesUnder(Path start) throws IOException {
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileLiesUnderItsKeyAndNothingBesideIt() throws IOException {
        put("content");

        assertEquals(List.of(root().resolve(KEY.value())), filesUnder(root()));
    }

    @Test
    void whatReadsWhileOthersWriteFindsOneOfTheirFilesWhole() {
        byte[][] versions = {version(1), version(2), version(3)};
        photos().put(KEY, versions[0], PhotoFormat.PNG);

        List<Boolean> whole = AtOnce.times(6, thread -> {
            boolean all = true;
            for (int i = 0; i < 20; i++) {
                if (thread < 3) {
                    photos().put(KEY, versions[thread], PhotoFormat.PNG);
                } else {
                    byte[] read = photos().get(KEY).orElseThrow();
                    all &= Stream.of(versions).anyMatch(version -> Arrays.equals(version, read));
                }
            }
            return all;
        });

        assertFalse(whole.contains(false));
    }

    private static byte[] version(int number) {
        byte[] content = new byte[100_000 * number];
        Arrays.fill(content, (byte) number);
        return content;
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path secret = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("photo.png"), "secret");
        Files.createDirectories(root().resolve("shots"));
        Files.createSymbolicLink(root().resolve("shots/ann"), secret.resolveSibling(""));

        assertThrows(PhotoStore.Unavailable.class, () -> photos().get(KEY));
        assertThrows(PhotoStore.Unavailable.class, () -> put("other"));
        assertThrows(PhotoStore.Unavailable.class, () -> photos().delete(List.of(KEY)));

        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void aFileThatIsALinkIsNotFollowedEither() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createDirectories(root().resolve("shots/ann"));
        Files.createSymbolicLink(root().resolve(KEY.value()), secret);

        assertThrows(PhotoStore.Unavailable.class, () -> photos().get(KEY));
    }

    @Test
    void filesOfOthersAreListedAndNeitherLinksNorWhatIsUnfinished() throws IOException {
        photos().check();
        put("content");
        Files.writeString(root().resolve("shots/READ ME"), "a note");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("secret.png"), "secret");
        Files.createSymbolicLink(root().resolve("shots/bob"), elsewhere);
        Files.createSymbolicLink(root().resolve("shots/secret.png"), elsewhere.resolve("secret.png"));

        List<String> names =
                photos().list("", 10).stream().map(StoredFile::name).toList();

        assertEquals(List.of("shots/READ ME", KEY.value()), names);
    }

    @Test
    void aFolderThatIsNotThereCannotBeListed() {
        assertThrows(PhotoStore.Unavailable.class, () -> photos().list("", 1));
    }

    @Test
    void aFolderThatCannotBeMadeIsUnavailable() throws IOException {
        Files.writeString(root(), "a file where the folder should be");

        PhotoStore.Unavailable unavailable = assertThrows(PhotoStore.Unavailable.class, () -> photos().check());

        assertTrue(String.valueOf(unavailable.getMessage()).contains(root().toString()));
        assertThrows(PhotoStore.Unavailable.class, () -> put("content"));
    }

    @Test
    void checkMakesTheFolder() {
        photos().check();

        assertTrue(Files.isDirectory(root()));
    }

    @Test
    void checkClearsAwayWhatAKilledProcessLeft() throws IOException {
        photos().check();
        Path abandoned = Files.writeString(root().resolve(".unfinished/abandoned"), "half a pho");
        Path underWay = Files.writeString(root().resolve(".unfinished/under-way"), "half a pho");
        FileTime written = Files.getLastModifiedTime(abandoned);
        Files.setLastModifiedTime(abandoned, FileTime.from(written.toInstant().minus(Duration.ofDays(2))));

        photos().check();

        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(underWay));
    }

    @Test
    void anotherStoreOverTheSameFolderFindsWhatWasStored() {
        put("content");

        assertArrayEquals(
                "content".getBytes(StandardCharsets.UTF_8), photos().get(KEY).orElseThrow());
    }
}
