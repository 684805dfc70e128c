package io.productsnap.messaging.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.person.EmailAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("SMTP_HOST", "mail.example.org", "SMTP_FROM", "ProductSnap <hello@example.org>");

    @Test
    void hostAndSenderAreEnoughAndTheWayIsEncrypted() {
        SmtpSettings settings = SmtpSettings.from(LEAST);

        assertEquals("mail.example.org:587 (STARTTLS)", settings.toString());
        assertEquals(new Sender(new EmailAddress("hello@example.org"), "ProductSnap"), settings.from());
    }

    @ParameterizedTest
    @CsvSource({"starttls,587", "tls,465", "none,25"})
    void eachEncryptionHasItsUsualPort(String tls, int port) {
        assertEquals(port, SmtpSettings.from(and("SMTP_TLS", tls)).port());
    }

    @ParameterizedTest
    @CsvSource({"SMTP_TLS,ssl", "SMTP_PORT,smtp", "SMTP_PORT,0", "SMTP_PORT,70000", "SMTP_FROM,nobody", "SMTP_HOST,''"})
    void aSettingThatIsWrongIsNamed(String name, String value) {
        String message = assertThrows(IllegalArgumentException.class, () -> SmtpSettings.from(and(name, value)))
                .getMessage();

        assertTrue(String.valueOf(message).contains(name), message);
    }

    @Test
    void userAndPasswordComeTogether() {
        assertThrows(IllegalArgumentException.class, () -> SmtpSettings.from(and("SMTP_USER", "app")));
        assertThrows(IllegalArgumentException.class, () -> SmtpSettings.from(and("SMTP_PASSWORD", "hunter2")));
    }

    @Test
    void settingsKeepTheirPassword() {
        Map<String, String> all = new HashMap<>(and("SMTP_USER", "app"));
        all.put("SMTP_PASSWORD", "hunter2");

        assertFalse(SmtpSettings.from(all).toString().contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource({
        "hello@example.org,''",
        "<hello@example.org>,''",
        "ProductSnap <hello@example.org>,ProductSnap",
        "Der Laden für Ärmel <Hello@Example.org>,Der Laden für Ärmel",
        "'\"Snap, Product\" <hello@example.org>','Snap, Product'"
    })
    void aSenderIsAnAddressOrANameAndAnAddress(String text, String name) {
        assertEquals(new Sender(new EmailAddress("hello@example.org"), name), Sender.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ProductSnap",
                "ProductSnap <>",
                "ProductSnap <hello@example.org",
                "a <b@example.org>, c <d@example.org>",
                "a\r\nBcc: everybody@example.org <hello@example.org>",
                "hello@example.org\r\nBcc: everybody@example.org"
            })
    void anythingElseIsNoSender(String text) {
        assertThrows(IllegalArgumentException.class, () -> Sender.parse(text));
    }

    private static Map<String, String> and(String name, String value) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put(name, value);
        return settings;
    }
}
