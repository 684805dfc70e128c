package io.productsnap.core.mail;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LetterTest {

    private static final URI PAGE = URI.create("https://shop.example/page?a=1&b=2");

    private static Mail sent(Letter letter) {
        return letter.to(ANNS_ADDRESS, anId());
    }

    @Test
    void theTextHasItsParagraphsOneAfterTheOther() {
        UUID id = anId();

        Mail mail = Letter.about("A subject")
                .says("First.")
                .leadsTo(PAGE, "Open it")
                .says("Last.")
                .to(ANNS_ADDRESS, id);

        assertEquals(id, mail.id());
        assertEquals(ANNS_ADDRESS, mail.to());
        assertEquals("A subject", mail.subject());
        assertEquals("First.\n\nhttps://shop.example/page?a=1&b=2\n\nLast.\n\nProductSnap\n", mail.text());
    }

    @Test
    void bothFormsHaveTheLinkOnceAndTheBrand() {
        Mail mail = sent(Letter.about("A subject").leadsTo(PAGE, "Open it"));

        assertEquals(1, times("https://shop.example/page", mail.text()));
        assertEquals(1, times("https://shop.example/page", mail.html()));
        assertTrue(mail.html().contains("<a href=\"https://shop.example/page?a=1&amp;b=2\""), mail.html());
        assertTrue(mail.html().contains(">ProductSnap<"), mail.html());
        assertTrue(mail.html().contains("<h1 style=\"font-size:20px\">A subject</h1>"), mail.html());
    }

    private static long times(String text, String in) {
        return Pattern.compile(Pattern.quote(text)).matcher(in).results().count();
    }

    @Test
    void whatStrangersSayStaysText() {
        Mail mail = sent(Letter.about("<b>\"A\" & 'B'</b>")
                .says("<img src=x onerror='alert(1)'> %s\r\nhttps://evil.example\n\nSecond")
                .leadsTo(PAGE, "<i>"));

        assertFalse(mail.html().contains("<img"), mail.html());
        assertFalse(mail.html().contains("<b>"), mail.html());
        assertFalse(mail.html().contains("<i>"), mail.html());
        assertTrue(mail.html().contains("&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"), mail.html());
        assertTrue(
                mail.text().startsWith("<img src=x onerror='alert(1)'> %shttps://evil.exampleSecond\n\n"), mail.text());
    }

    @Test
    void aSubjectIsOneLine() {
        assertThrows(IllegalArgumentException.class, () -> Letter.about("A subject\r\nBcc: all@example.com"));
    }

    @Test
    void aLetterStaysAsItIsWhenMoreIsAddedToItsCopy() {
        Letter letter = Letter.about("A subject").says("First.");
        letter.says("Second.");

        assertEquals("First.\n\nProductSnap\n", sent(letter).text());
    }
}
