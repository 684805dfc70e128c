package io.productsnap.embedded;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The few words of Redis' protocol that its supervisor needs. */
final class RedisCall {
    private static final int TIMEOUT_MILLIS = 5_000;

    private RedisCall() {}

    /**
     * The answer to the last of the commands as its parts, after logging in.
     *
     * @throws IOException also when Redis answers with an error, in its words
     */
    static List<String> on(Login login, List<List<String>> commands) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.loopback(), login.port()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            List<String> answer = asked(socket, in, List.of("AUTH", login.password()));
            for (List<String> command : commands) {
                answer = asked(socket, in, command);
            }
            return answer;
        }
    }

    private static List<String> asked(Socket socket, InputStream in, List<String> command) throws IOException {
        StringBuilder text = new StringBuilder("*" + command.size() + "\r\n");
        for (String word : command) {
            text.append("$%d\r\n%s\r\n".formatted(word.getBytes(StandardCharsets.UTF_8).length, word));
        }
        socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
        return answer(in);
    }

    private static List<String> answer(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '-' -> throw new IOException(rest);
            case '$' -> List.of(bulk(in, Integer.parseInt(rest)));
            case '*' -> parts(in, Integer.parseInt(rest));
            default -> List.of(rest);
        };
    }

    private static String bulk(InputStream in, int length) throws IOException {
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        in.skipNBytes(2); // \r\n
        return text;
    }

    private static List<String> parts(InputStream in, int count) throws IOException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.addAll(answer(in));
        }
        return List.copyOf(parts);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Redis closed the connection");
            }
            text.append((char) c);
        }
        if (text.length() < 2) {
            throw new IOException("this is no Redis");
        }
        return text.substring(0, text.length() - 1);
    }
}
