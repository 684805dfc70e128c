package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PhotoFileRoutesTest {

    private static final PhotoKey MUG = new PhotoKey("shots/ann/mug.png");

    private final House house = new House().open();

    @BeforeEach
    void put() {
        house.photos.put(MUG, Form.bytes("a shot"), PhotoFormat.PNG);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String link(PhotoKey key) {
        return house.links.link(key).toString();
    }

    @Test
    void aLinkGivesTheFileAndNothingIsRunInIt() {
        Answered answered = house.follow(link(MUG)).is(200);

        assertEquals("a shot", answered.text());
        assertEquals("image/png", answered.header("Content-Type"));
        assertEquals("nosniff", answered.header("X-Content-Type-Options"));
        assertEquals("inline", answered.header("Content-Disposition"));
        assertEquals("default-src 'none'; sandbox; frame-ancestors 'none'", answered.header("Content-Security-Policy"));
    }

    @Test
    void aLargeFileTellsItsLength() {
        PhotoKey large = new PhotoKey("shots/ann/large.png");
        house.photos.put(large, new byte[300_000], PhotoFormat.PNG);

        assertEquals("300000", house.follow(link(large)).is(200).header("Content-Length"));
    }

    @Test
    void theFileMayBeKeptAsLongAsTheLinkIsGood() {
        String link = link(MUG);
        house.clock.turn(Duration.ofMinutes(20));

        Answered answered = house.follow(link).is(200);

        assertEquals("private, max-age=2400", answered.header("Cache-Control"));
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String path = link(MUG).substring("http://localhost:8080".length());
        String etag = house.call(path).get().header("ETag");

        Answered again = house.call(path).with("If-None-Match", etag).get().is(304);

        assertEquals("", again.text());
        house.call(path).with("If-None-Match", "\"another\"").get().is(200);
    }

    @Test
    void aBadOrExpiredLinkGivesNothing() {
        String link = link(MUG);
        house.photos.put(new PhotoKey("shots/ann/cup.png"), Form.bytes("a cup"), PhotoFormat.PNG);

        for (String bad : List.of(
                link + "x",
                link.replace("mug", "cup"),
                link.replaceFirst("expires=\\d", "expires=9"),
                link.replaceFirst("expires=\\d+", "expires=x"),
                link.replaceFirst("signature=.*", "signature="),
                link(new PhotoKey("shots/ann/gone.png")))) {
            house.follow(bad).isProblem(404);
        }
        house.call("/files/shots/ann/mug.png").get().isProblem(404);
        house.call("/files/").get().isProblem(404);
        house.clock.turn(Duration.ofHours(1));
        house.follow(link).isProblem(404);
    }
}
