package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UploadTest {

    private static final int MOST = (int) WebSettings.DEFAULT_MAX_UPLOAD;

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void nothingIsLeftAnywhere() throws IOException {
        house.close();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertEquals(
                    0,
                    files.filter(file -> file.getFileName().toString().startsWith(NamelessFile.PREFIX))
                            .count());
        }
    }

    private Answered create(Form form) {
        return ann.call("/api/jobs/create").post(form);
    }

    private void nothingIsStored() {
        assertEquals(Set.of(), house.photos.keys());
        assertTrue(ann.call("/api/jobs/list").get().json().path("jobs").isEmpty());
        assertEquals(
                0,
                ann.call("/api/users/stats")
                        .get()
                        .json()
                        .path("current_period_usage")
                        .intValue());
    }

    private static Form photoOf(int bytes) {
        return new Form()
                .file("file", "mug.jpg", "image/jpeg", Form.photoOf(bytes))
                .text("mode", "studio_white");
    }

    @Test
    void exactlyTheLargestPhotoPasses() {
        create(photoOf(MOST)).is(201);
    }

    @Test
    void oneByteMoreIsTooLarge() {
        Answered refused = create(photoOf(MOST + 1)).isProblem(413);

        assertEquals("The photo is larger than 10 MiB.", refused.text("detail"));
        nothingIsStored();
    }

    @Test
    void aMuchLargerOneIsReadToItsEndSoThatTheAnswerIsSeen() {
        create(photoOf(30 * 1024 * 1024)).isProblem(413);
        nothingIsStored();
    }

    @Test
    void oneWithoutALengthIsCountedAsItComes() {
        InputStream endless = new ByteArrayInputStream(photoOf(MOST + 100_000).bytes());

        ann.call("/api/jobs/create")
                .with("Content-Type", new Form().contentType())
                .send("POST", BodyPublishers.ofInputStream(() -> endless))
                .isProblem(413);
        nothingIsStored();
    }

    @Test
    void aClientThatAsksFirstIsToldSoWithoutSending() throws IOException {
        // By hand: the HTTP client of JDK 17 waits for ever when the answer to its question is no.
        String tooMuch = head(MOST + 100_000);
        assertTrue(firstLineAfter(tooMuch).startsWith("HTTP/1.1 413 "));

        assertTrue(firstLineAfter(head(1_000)).startsWith("HTTP/1.1 100 "));
        nothingIsStored();
    }

    private String head(int length) {
        return "POST /api/jobs/create HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: " + length
                + "\r\nContent-Type: " + new Form().contentType() + "\r\nAuthorization: Bearer " + ann.accessToken()
                + "\r\n\r\n";
    }

    private String firstLineAfter(String head) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), house.server().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void anOldClientThatReadsLastSeesTheAnswer() throws IOException {
        byte[] body = photoOf(11 * 1024 * 1024).bytes();
        URI uri = URI.create("http://127.0.0.1:" + house.server().port() + "/api/jobs/create");
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", new Form().contentType());
        connection.setRequestProperty("Authorization", "Bearer " + ann.accessToken());
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }

        assertEquals(413, connection.getResponseCode());
        String answer = new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("larger than 10 MiB"), answer);
    }

    @Test
    void aStrangerWhoSendsAllBeforeReadingIsToldToLogIn() {
        house.call("/api/jobs/create").post(photoOf(MOST)).isProblem(401);
        house.call("/api/nothing").post(photoOf(MOST)).isProblem(404);
    }

    @Test
    void aClientThatBreaksOffLeavesNothing() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), house.server().port())) {
            String head = head(1_000).replace("Expect: 100-continue\r\n", "");
            socket.getOutputStream().write((head + "------a-boundary\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.setSoTimeout(10_000);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
        }
        nothingIsStored();
    }

    @Test
    void theLargestPhotoIsASetting() {
        try (House small = new House().maxUpload(1_000).open()) {
            House.Person bob = small.someone();

            bob.call("/api/jobs/create").post(photoOf(1_000)).is(201);
            Answered refused = bob.call("/api/jobs/create").post(photoOf(1_001)).isProblem(413);

            assertEquals("The photo is larger than 1000 bytes.", refused.text("detail"));
        }
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        create(new Form()).complainsOf("file", "mode");
        create(new Form().text("mode", "studio_white")).complainsOf("file");
        create(new Form().file("file", "mug.jpg", "image/jpeg", Form.bytes("jpeg 1")))
                .complainsOf("mode");
        nothingIsStored();
    }

    @Test
    void aFileMustBeOneFileThatIsNotEmpty() {
        create(new Form().file("file", "mug.jpg", "image/jpeg", new byte[0]).text("mode", "studio_white"))
                .complainsOf("file");
        create(new Form().text("file", "jpeg 1").text("mode", "studio_white")).complainsOf("file");
        create(Form.ofPhoto("jpeg 1").file("file", "two.jpg", "image/jpeg", Form.bytes("jpeg 2")))
                .complainsOf("file");
        nothingIsStored();
    }

    @ParameterizedTest
    @CsvSource({
        "mode, STUDIO_WHITE",
        "mode, ''",
        "mode, pop_art",
        "shadow_option, long_shadow",
        "subject_gender, neutral",
        "scene_environment, space",
    })
    void anUnlistedValueIsComplainedOf(String field, String value) {
        Form form = new Form()
                .file("file", "mug.jpg", "image/jpeg", Form.bytes("jpeg 1"))
                .text(field, value);
        if (!field.equals("mode")) {
            form.text("mode", "studio_white");
        }

        create(form).complainsOf(field);
        nothingIsStored();
    }

    @Test
    void listedValuesPassAndEmptyOnesAreNone() {
        create(Form.ofPhoto("jpeg 1")
                        .text("shadow_option", "no_shadow")
                        .text("subject_gender", "female")
                        .text("scene_environment", "")
                        .text("prompt_override", "  ")
                        .text("something_else", "x"))
                .is(201);
    }

    @Test
    void aPromptHasAnEnd() {
        create(Form.ofPhoto("jpeg 1").text("prompt_override", "ä".repeat(2_000)))
                .is(201);
        create(Form.ofPhoto("jpeg 2").text("prompt_override", "ä".repeat(2_001)))
                .complainsOf("prompt_override");
    }

    @Test
    void aModeThatNobodyHereMakesIsComplainedOf() {
        create(new Form()
                        .file("file", "mug.jpg", "image/jpeg", Form.bytes("jpeg 1"))
                        .text("mode", "model_tryon"))
                .complainsOf("mode");
        nothingIsStored();
    }

    @Test
    void aFieldSentTwiceIsComplainedOf() {
        create(Form.ofPhoto("jpeg 1").text("mode", "studio_white")).complainsOf("mode");
        nothingIsStored();
    }

    @Test
    void aFormOfManyPartsIsRefused() {
        Form many = Form.ofPhoto("jpeg 1");
        for (int i = 0; i < 30; i++) {
            many.text("field" + i, "x");
        }
        create(many).complainsOf("file");
        for (int i = 0; i < 2_000; i++) {
            many.text("more" + i, "x");
        }
        create(many).isProblem(400);
        nothingIsStored();
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        create(Form.ofPhoto("text")).isProblem(400);
        create(Form.ofPhoto("heic")).isProblem(415);
        create(Form.ofPhoto("png, not jpeg")).isProblem(400);
        nothingIsStored();
    }

    @Test
    void whatIsNoFormIsRefused() {
        ann.call("/api/jobs/create").post("{'mode':'studio_white'}").isProblem(415);
        ann.call("/api/jobs/create").post().isProblem(415);
        send("multipart/form-data", "x").isProblem(400);
        send("multipart/form-data; boundary=b", "no parts at all").isProblem(400);
        send(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\njpeg")
                .isProblem(400);
        send("multipart/form-data; boundary=b", "").isProblem(400);
        nothingIsStored();
    }

    private Answered send(String type, String body) {
        return ann.call("/api/jobs/create").with("Content-Type", type).send("POST", BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @CsvSource({"C:\\\\photos\\\\mug.jpg, mug.jpg", "../../etc/passwd, passwd", "Tasse ä 😀.jpg, Tasse ä 😀.jpg"})
    void onlyTheLastStepOfAFileNameIsKept(String sent, String kept) {
        Form form = new Form()
                .file("file", sent, "image/jpeg", Form.bytes("jpeg 1"))
                .text("mode", "studio_white");

        String id = create(form).is(201).text("job_id");

        assertEquals(kept, ann.call("/api/jobs/" + id).get().text("input_filename"));
    }

    @Test
    void aStoreThatCannotBeReachedIsToldWithWhenToComeBack() {
        try (House shut = new House().keepingPhotosIn(new ShutStore()).open()) {
            House.Person bob = shut.someone();

            Answered refused =
                    bob.call("/api/jobs/create").post(Form.ofPhoto("jpeg 1")).isProblem(503);

            assertEquals("10", refused.header("Retry-After"));
            assertEquals(
                    0,
                    bob.call("/api/users/stats").get().json().path("total_jobs").intValue());
        }
    }

    private static final class ShutStore implements PhotoStore {

        @Override
        public void put(PhotoKey key, byte[] content, PhotoFormat format) {
            throw new Unavailable("shut", new IOException("no route"));
        }

        @Override
        public Optional<byte[]> get(PhotoKey key) {
            throw new Unavailable("shut", new IOException("no route"));
        }

        @Override
        public boolean has(PhotoKey key) {
            throw new Unavailable("shut", new IOException("no route"));
        }

        @Override
        public void delete(Collection<PhotoKey> keys) {
            throw new Unavailable("shut", new IOException("no route"));
        }

        @Override
        public List<StoredFile> list(String after, int most) {
            throw new Unavailable("shut", new IOException("no route"));
        }

        @Override
        public void check() {
            throw new Unavailable("shut", new IOException("no route"));
        }
    }
}
