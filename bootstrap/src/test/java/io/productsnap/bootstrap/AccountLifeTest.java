package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are forgotten and accounts deleted, on real servers. */
@TestInstance(Lifecycle.PER_CLASS)
final class AccountLifeTest {

    private static final Path MUG = Path.of("..", "samples", "photos", "01-mug.jpg");

    private Product product;
    private Api api;

    @BeforeAll
    void start(@TempDir Path folder) {
        product = Product.startedIn(folder);
        api = new Api(product.address());
    }

    @AfterAll
    void stop() {
        product.close();
    }

    private String lastMailTo(String email, int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<String> mails = product.mailsTo(email);
        while (mails.size() < count) {
            assertTrue(System.nanoTime() < end, "no mail came");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            mails = product.mailsTo(email);
        }
        return mails.get(count - 1);
    }

    @Test
    void whoForgetsThePasswordChoosesAnotherByAMailedLink() throws IOException, InterruptedException {
        String token = api.register("forgetful@example.com");

        HttpResponse<String> heard = api.post("/api/auth/forgot-password", "{\"email\":\"forgetful@example.com\"}");
        assertEquals(200, heard.statusCode(), heard.body());
        String mail = lastMailTo("forgetful@example.com", 2);
        String link = mail.substring(mail.indexOf("token=") + 6, mail.indexOf("token=") + 6 + 43);
        String reset = "{\"token\":\"%s\",\"new_password\":\"a longer password\"}".formatted(link);
        assertEquals(200, api.post("/api/auth/reset-password", reset).statusCode());

        assertEquals(400, api.post("/api/auth/reset-password", reset).statusCode());
        assertEquals(401, api.get(token, "/api/users/me").statusCode());
        assertEquals(401, api.logIn("forgetful@example.com").statusCode());
        assertEquals(
                200, api.logIn("forgetful@example.com", "a longer password").statusCode());
        assertTrue(lastMailTo("forgetful@example.com", 3).contains("was changed"));
    }

    @Test
    void whoDeletesTheAccountLeavesNoPhoto() throws IOException, InterruptedException {
        String token = api.register("leaver@example.com");
        String user = Api.field(api.get(token, "/api/users/me").body(), "id");
        String job = Api.field(
                api.create(token, Files.readAllBytes(MUG), "mug.jpg", "image/jpeg")
                        .body(),
                "job_id");
        api.events(token, job);
        assertEquals(3, product.filesOf(user).size());

        HttpResponse<String> deleted = api.delete(token, "/api/users/delete-account");

        assertEquals(200, deleted.statusCode(), deleted.body());
        assertEquals(0, product.jobsOf(user));
        assertEquals(List.of(), product.filesOf(user));
        assertEquals(401, api.get(token, "/api/users/me").statusCode());
        assertEquals(401, api.logIn("leaver@example.com").statusCode());
        api.register("leaver@example.com");
    }
}
