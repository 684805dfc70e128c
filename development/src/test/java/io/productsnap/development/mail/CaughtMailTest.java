package io.productsnap.development.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson3;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CaughtMailTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private CaughtMail mail;
    private Javalin web;

    @BeforeEach
    void start() throws Exception {
        mail = CaughtMail.start(folder);
        MailRoutes routes = MailRoutes.of(folder);
        web = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson3(JSON, false));
                    routes.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        web.stop();
        mail.close();
    }

    @Test
    void aMailThatWasSentIsListedForScripts() throws Exception {
        send("first@example.com", "One", "text/plain", "Click https://shop.example/verify?token=t1 now");
        send("second@example.com", "Two", "text/html", "<p>Hello</p>");

        JsonNode all = JSON.readTree(get("/dev/mail.json").body());

        assertEquals(2, all.size());
        assertEquals("second@example.com", all.get(0).get("to").asString());
        assertEquals("<p>Hello</p>", all.get(0).get("html").asString().strip());
        assertEquals("", all.get(0).get("text").asString());
        assertEquals("One", all.get(1).get("subject").asString());
        assertTrue(all.get(1).get("text").asString().contains("token=t1"));
        assertTrue(all.get(1).get("sent_at").asString().endsWith("Z"));
        assertFalse(all.get(1).get("id").asString().isEmpty());
    }

    @Test
    void eachRecipientGetsOne() throws Exception {
        send("a@example.com, b@example.com", "Both", "text/plain", "hello");

        assertEquals(2, JSON.readTree(get("/dev/mail.json").body()).size());
    }

    @Test
    void aLinkInTheTextCanBeFollowed() throws Exception {
        send("a@example.com", "One", "text/plain", "Click https://shop.example/verify?a=1&token=t1 now");

        assertTrue(get(firstPage()).body().contains("href=\"https://shop.example/verify?a=1&amp;token=t1\""));
    }

    @Test
    void hostileMailsStayText() throws Exception {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(2)>'\"></iframe><script>alert(3)</script>";
        send("a@example.com", attack, "text/plain", attack);
        send("a@example.com", attack, "text/html", attack);

        for (String path : new String[] {"/dev/mail", firstPage(), page(1)}) {
            HttpResponse<String> page = get(path);
            assertFalse(page.body().contains("<script"), page.body());
            assertFalse(page.body().contains("<img"), page.body());
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
        }
        assertTrue(get(firstPage()).body().contains("<iframe sandbox=\"\""));
    }

    @Test
    void anUnknownMailIs404() throws Exception {
        assertEquals(404, get("/dev/mail/1234567890123").statusCode());
        assertEquals(404, get("/dev/mail/..%2Fsecret").statusCode());
    }

    @Test
    void thePageHasItsStyleAndNoScript() throws Exception {
        assertTrue(get("/dev/mail").body().contains("No mail has been sent yet."));
        assertEquals(200, get("/dev/mail.css").statusCode());
    }

    private String firstPage() throws Exception {
        return page(0);
    }

    private String page(int index) throws Exception {
        JsonNode all = JSON.readTree(get("/dev/mail.json").body());
        return "/dev/mail/" + all.get(index).get("id").asString();
    }

    private void send(String to, String subject, String type, String content) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(mail.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("shop@example.com");
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject, "UTF-8");
        message.setContent(content, type + "; charset=UTF-8");
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + web.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
