package io.productsnap.messaging.smtp;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What the server answered to what was being sent (RFC 5321, section 4.2).
 *
 * @param code three digits
 * @param words the whole answer, the code included
 */
record Reply(int code, String words) {

    /** The server wants a login first (RFC 4954, section 6): our settings are wrong, not the mail. */
    private static final int LOGIN_REQUIRED = 530;

    /** Whether the server will never accept it. */
    boolean isRefusal() {
        return code / 100 == 5 && code != LOGIN_REQUIRED;
    }

    /** The innermost is the server's own word; those around it say what it was about. */
    static Optional<Reply> in(Exception failure) {
        Optional<Reply> inner = failure instanceof MessagingException messaging
                ? Optional.ofNullable(messaging.getNextException()).flatMap(Reply::in)
                : Optional.empty();
        return inner.or(() -> code(failure).map(code -> new Reply(code, String.valueOf(failure.getMessage()))));
    }

    private static Optional<Integer> code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return Optional.of(address.getReturnCode());
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return Optional.of(sender.getReturnCode());
        }
        return failure instanceof SMTPSendFailedException sending
                ? Optional.of(sending.getReturnCode())
                : Optional.empty();
    }
}
