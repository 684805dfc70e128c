package io.productsnap.messaging.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A way to a server that can be shut (everybody is cut off, and whoever comes is too), held (nothing comes through) and
 * opened again. Its port stays its own all the while.
 */
final class Door implements AutoCloseable {

    private final RedisSettings behind;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore flow = new Semaphore(1);
    private final Set<Socket> through = new HashSet<>();
    private boolean open = true;

    /** Open. */
    Door(RedisSettings behind) {
        this.behind = behind;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    static Door shut(RedisSettings behind) {
        Door door = new Door(behind);
        door.shut();
        return door;
    }

    /** The way through the door. */
    RedisSettings settings() {
        return new RedisSettings(
                "127.0.0.1", listening.getLocalPort(), false, behind.user(), behind.password(), behind.database());
    }

    synchronized void open() {
        open = true;
    }

    synchronized void shut() {
        open = false;
        through.forEach(Door::close);
        through.clear();
    }

    /** From now on nothing comes through, though nobody is cut off. */
    void hold() {
        flow.acquireUninterruptibly();
    }

    void letGo() {
        flow.release();
    }

    @Override
    public void close() {
        close(listening);
        shut();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                enter(listening.accept());
            } catch (IOException closed) {
                close(listening);
            }
        }
    }

    private synchronized void enter(Socket outside) throws IOException {
        if (!open) {
            outside.close();
            return;
        }
        Socket inside = new Socket(behind.host(), behind.port());
        through.add(outside);
        through.add(inside);
        threads.execute(() -> carry(outside, inside));
        threads.execute(() -> carry(inside, outside));
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                flow.acquire();
                flow.release();
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException cutOff) {
            close(to);
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
