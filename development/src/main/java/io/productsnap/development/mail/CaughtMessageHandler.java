package io.productsnap.development.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in: each of its recipients gets one. */
final class CaughtMessageHandler implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CaughtMessageHandler.class);

    /** The reply codes of RFC 5321, section 4.2.3. */
    private static final int TRY_LATER = 451;

    private static final int TOO_LARGE = 552;

    private final Mailbox mailbox;
    private final int largest;
    private final List<String> recipients = new ArrayList<>();

    CaughtMessageHandler(Mailbox mailbox, int largest) {
        this.mailbox = mailbox;
        this.largest = largest;
    }

    @Override
    public void from(String sender) {
        // Whoever it is: the mail is kept as it came.
    }

    @Override
    public void recipient(String address) {
        recipients.add(address);
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
        byte[] mail = content.readNBytes(largest + 1);
        if (mail.length > largest) {
            throw new RejectException(TOO_LARGE, "larger than " + largest + " bytes");
        }
        try {
            for (String recipient : recipients) {
                mailbox.keep(recipient, new ByteArrayInputStream(mail));
            }
            return "kept";
        } catch (IOException e) {
            LOG.warn("a mail to {} cannot be kept; its sender is told to try again", recipients, e);
            throw new RejectException(TRY_LATER, "cannot be kept now");
        }
    }

    @Override
    public void done() {
        // Nothing is held open.
    }
}
