package io.productsnap.benchmarks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way of one worker to Postgres, which can be cut while all others have theirs. Thread-safe. */
final class Relay implements AutoCloseable {

    private final URI target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Relay(URI target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    static Relay to(String url) {
        try {
            Relay relay = new Relay(URI.create(url), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            begin(relay::letIn);
            return relay;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String url() {
        String here = "127.0.0.1:" + door.getLocalPort();
        return target.toString().replace(target.getHost() + ":" + target.getPort(), here);
    }

    /** Whatever is under way breaks off, and nobody comes through until {@link #mend}. */
    void cut() {
        cut = true;
        open.forEach(this::end);
    }

    void mend() {
        cut = false;
    }

    private void letIn() {
        try {
            while (true) {
                Socket caller = door.accept();
                begin(() -> connect(caller));
            }
        } catch (IOException closed) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void connect(Socket caller) {
        Socket server = new Socket();
        open.add(caller);
        open.add(server);
        try {
            // Asked when both can be found among the open: whoever cuts from here on ends them.
            if (!cut) {
                server.connect(new InetSocketAddress(target.getHost(), target.getPort()));
                begin(() -> pass(server, caller));
                pass(caller, server);
            }
        } catch (IOException unreachable) {
            // The caller is told by the end of its connection.
        } finally {
            end(server);
            end(caller);
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // One of them has gone, and the other is told by the end of its connection.
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException unclean) {
            throw new UncheckedIOException(unclean);
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException unclean) {
            throw new UncheckedIOException(unclean);
        }
    }
}
