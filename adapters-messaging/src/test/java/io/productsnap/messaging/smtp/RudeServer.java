package io.productsnap.messaging.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A mail server that says what it is told to at one point of the conversation: a reply, or {@link #HANG} to say nothing,
 * or {@link #DROP} to cut the line. Everything else it answers as it should.
 */
final class RudeServer implements AutoCloseable {

    static final String HANG = "hang";
    static final String DROP = "drop";

    private static final Map<String, String> POLITE = Map.of(
            "CONNECT", "220 localhost",
            "EHLO", "250 localhost",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 accepted",
            "NOOP", "250 ok",
            "QUIT", "221 bye");

    private final ServerSocket listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String point;
    private final String answer;

    RudeServer(String point, String answer) {
        this.point = point;
        this.answer = answer;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread thread = new Thread(this::serve, "rude-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                talk(socket);
            } catch (IOException hungUp) {
                // The client, or the test: the next conversation comes, or none.
                Thread.onSpinWait();
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        boolean goesOn = answer(socket, "CONNECT");
        boolean inData = false;
        while (goesOn) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            if (!inData || line.equals(".")) {
                String command = inData ? "." : line.split(" ", 2)[0];
                goesOn = answer(socket, command) && !command.equals("QUIT");
                inData = command.equals("DATA") && !point.equals("DATA");
            }
        }
    }

    private boolean answer(Socket socket, String command) throws IOException {
        String reply = command.equals(point) ? answer : POLITE.getOrDefault(command, "500 what?");
        if (reply.equals(HANG)) {
            awaitEnd();
        }
        if (reply.equals(HANG) || reply.equals(DROP)) {
            return false;
        }
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private void awaitEnd() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }
}
