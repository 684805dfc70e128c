package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An open stream of events. Reading waits for the next event, as long as a test may take. */
final class Listening implements AutoCloseable {

    private final InputStream in;
    private final BufferedReader lines;

    private Listening(InputStream in) {
        this.in = in;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    record Event(String id, String name, String data) {

        /** The event in short: {@code progress 40}. */
        String brief() {
            return name + " " + Json.MAPPER.readTree(data).path("progress").intValue();
        }
    }

    static Listening to(Call call) {
        try {
            HttpResponse<InputStream> response = Call.CLIENT.send(call.build(), BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            assertEquals(
                    "text/event-stream;charset=utf-8",
                    response.headers().firstValue("Content-Type").orElse(""));
            return new Listening(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the next event; empty when the stream has ended */
    Optional<Event> next() {
        String id = "";
        String name = "";
        String data = "";
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty() && !name.isEmpty()) {
                return Optional.of(new Event(id, name, data));
            }
            id = text.startsWith("id: ") ? text.substring(4) : id;
            name = text.startsWith("event: ") ? text.substring(7) : name;
            data = text.startsWith("data: ") ? text.substring(6) : data;
        }
        return Optional.empty();
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException cut) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
