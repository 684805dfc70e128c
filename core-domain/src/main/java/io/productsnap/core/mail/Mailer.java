package io.productsnap.core.mail;

/** Hands a mail to a mail server. Thread-safe. */
public interface Mailer {

    /**
     * Returns when the server has accepted the mail.
     *
     * @throws MailRefused when the server will never accept this mail
     * @throws MailUndeliverable when it could not be handed over now
     */
    void send(Mail mail);

    /** The server cannot be reached, or asks to try later. */
    class MailUndeliverable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MailUndeliverable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server refuses this mail for good (a 5xx reply, RFC 5321, section 4.2.1). */
    class MailRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MailRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
