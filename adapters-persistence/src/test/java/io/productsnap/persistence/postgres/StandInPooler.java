package io.productsnap.persistence.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to Postgres on which somebody else greets, as a pooler does: the process that its greeting names is not the one
 * that works for whoever comes (BackendKeyData, in the chapter on the message formats of Postgres' manual).
 */
final class StandInPooler implements AutoCloseable {

    private static final int KEY_DATA = 'K';
    private static final int READY = 'Z';
    private static final int LENGTH = Integer.BYTES;

    private final PostgresSettings behind;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger left = new AtomicInteger();

    StandInPooler(PostgresSettings behind) {
        this.behind = behind;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    /** The way through it, in plain text. */
    PostgresSettings settings() {
        return PostgresSettings.parse("postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable"
                .formatted(behind.user(), behind.password(), listening.getLocalPort(), behind.database()));
    }

    /** How many have come and hung up. */
    int left() {
        return left.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket outside = listening.accept();
                Socket inside = new Socket(behind.host(), behind.port());
                threads.execute(() -> carry(outside, inside));
                threads.execute(() -> greet(inside, outside));
            } catch (IOException closed) {
                close();
            }
        }
    }

    private void carry(Socket outside, Socket inside) {
        try (outside;
                inside) {
            outside.getInputStream().transferTo(inside.getOutputStream());
        } catch (IOException cutOff) {
            // As good as hung up.
        } finally {
            left.incrementAndGet();
        }
    }

    private void greet(Socket inside, Socket outside) {
        try {
            DataInputStream in = new DataInputStream(inside.getInputStream());
            DataOutputStream out = new DataOutputStream(outside.getOutputStream());
            int message = 0;
            while (message != READY) {
                message = in.readUnsignedByte();
                byte[] content = in.readNBytes(in.readInt() - LENGTH);
                if (message == KEY_DATA) {
                    content[LENGTH - 1] ^= 1;
                }
                out.writeByte(message);
                out.writeInt(content.length + LENGTH);
                out.write(content);
            }
            in.transferTo(out);
        } catch (IOException cutOff) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        threads.shutdownNow();
    }
}
