package io.productsnap.development.mail;

import io.productsnap.embedded.CannotStart;
import io.productsnap.embedded.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on a free port of the loopback interface that delivers nothing: what it is given stays in a folder, for a
 * person to read at {@code /dev/mail}.
 */
public final class CaughtMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaughtMail.class);
    private static final int LARGEST = 8 << 20;

    private final SMTPServer server;

    private CaughtMail(SMTPServer server) {
        this.server = server;
    }

    /** @throws CannotStart when the folder cannot be made */
    public static CaughtMail start(Path folder) {
        long begin = System.nanoTime();
        try {
            Mailbox mailbox = Mailbox.in(folder, Clock.systemUTC());
            SMTPServer server = SMTPServer.port(0)
                    .bindAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))
                    .hostName("localhost")
                    .softwareName("caught mail")
                    .maxMessageSize(LARGEST)
                    .messageHandlerFactory(context -> new CaughtMessageHandler(mailbox, LARGEST))
                    .build();
            server.start();
            LOG.info(
                    "mail is caught on port {}, kept in {} ({} ms)",
                    server.getPortAllocated(),
                    folder,
                    (System.nanoTime() - begin) / 1_000_000);
            return new CaughtMail(server);
        } catch (IOException e) {
            throw new CannotStart("Mail cannot be kept in %s: %s.".formatted(folder, Faults.told(e, folder)), e);
        }
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
