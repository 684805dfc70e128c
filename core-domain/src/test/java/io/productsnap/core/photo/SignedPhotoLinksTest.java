package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.policy.MacKey;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SignedPhotoLinksTest {

    private static final String SECRET = "a secret that is long enough, 32 bytes";
    private static final PhotoKey FILE = new PhotoKey("shots/ann/1/7.png");
    private static final Pattern LINK =
            Pattern.compile("https://shop\\.example/files/(.*)\\?expires=(\\d+)&signature=([A-Za-z0-9_-]{43})");

    private final TurnableClock clock = new TurnableClock(NOW);
    private final SignedPhotoLinks links = links(SECRET, "links");

    /** What a link consists of. */
    private record Parts(String file, String expires, String signature) {
        static Parts of(URI link) {
            Matcher parts = LINK.matcher(link.toString());
            assertTrue(parts.matches(), link.toString());
            return new Parts(parts.group(1), parts.group(2), parts.group(3));
        }

        Optional<PhotoKey> openedBy(SignedPhotoLinks links) {
            return links.open(file, expires, signature);
        }
    }

    private SignedPhotoLinks links(String secret, String purpose) {
        return new SignedPhotoLinks(URI.create("https://shop.example/files"), MacKey.of(secret, purpose), clock);
    }

    private Parts aLink() {
        return Parts.of(links.link(FILE));
    }

    @Test
    void aLinkOpensItsFile() {
        assertEquals(Optional.of(FILE), aLink().openedBy(links));
    }

    @Test
    void aLinkIsGoodForAnHour() {
        Parts link = aLink();

        clock.turn(PhotoLinks.LIFE.minusSeconds(1));
        assertEquals(Optional.of(FILE), link.openedBy(links));

        clock.turn(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), link.openedBy(links));
    }

    @Test
    void nobodyCanMakeALinkLastLonger() {
        Parts link = aLink();
        String later = Long.toString(Long.parseLong(link.expires()) + 1);

        assertEquals(Optional.empty(), links.open(link.file(), later, link.signature()));
        assertEquals(Optional.empty(), links.open(link.file(), "9223372036854775807", link.signature()));
    }

    @Test
    void aLinkOpensNoOtherFile() {
        Parts link = aLink();

        assertEquals(Optional.empty(), links.open("shots/ann/1/8.png", link.expires(), link.signature()));
        assertEquals(Optional.empty(), links.open("shots/bob/1/7.png", link.expires(), link.signature()));
    }

    @Test
    void noCharacterOfTheSignatureCanBeChanged() {
        Parts link = aLink();
        String good = link.signature();
        // The last one carries bits that base64 leaves unused.
        for (int i = 0; i < good.length() - 1; i++) {
            String altered = good.substring(0, i) + (good.charAt(i) == 'a' ? 'b' : 'a') + good.substring(i + 1);
            assertEquals(Optional.empty(), links.open(link.file(), link.expires(), altered), altered);
        }
    }

    @Test
    void anotherKeyOpensNothing() {
        assertEquals(Optional.empty(), aLink().openedBy(links(SECRET + "!", "links")));
        assertEquals(Optional.empty(), aLink().openedBy(links(SECRET, "refresh")));
    }

    @Test
    void nonsenseOpensNothing() {
        Parts link = aLink();

        assertEquals(Optional.empty(), links.open("../" + link.file(), link.expires(), link.signature()));
        assertEquals(Optional.empty(), links.open("", link.expires(), link.signature()));
        assertEquals(Optional.empty(), links.open(link.file(), "", link.signature()));
        assertEquals(Optional.empty(), links.open(link.file(), "soon", link.signature()));
        assertEquals(Optional.empty(), links.open(link.file(), "99999999999999999999", link.signature()));
        assertEquals(Optional.empty(), links.open(link.file(), link.expires(), ""));
        assertEquals(Optional.empty(), links.open(link.file(), link.expires(), "====="));
        assertEquals(Optional.empty(), links.open(link.file(), link.expires(), "ü"));
    }

    @Test
    void aGenuineEndBeyondTimeItselfOpensNothing() {
        String never = Long.toString(Long.MAX_VALUE);
        byte[] signature = MacKey.of(SECRET, "links").sign(FILE + "\n" + never);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);

        assertEquals(Optional.empty(), links.open(FILE.value(), never, text));
    }
}
