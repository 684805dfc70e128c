package io.productsnap.persistence.postgres;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Attempts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code mail_outbox}, to write into. */
final class MailRows {

    private static final String WRITE = """
        /* mail_write */
        insert into productsnap.mail_outbox (id, recipient, reply_to, subject, text_body, html_body)
        values (:id, :to, :replyTo, :subject, :text, :html)
        on conflict (id) do nothing
        """;

    private static final String WAKE = """
        /* mail_wake */
        select pg_notify('productsnap_mail', '')
        """;

    private MailRows() {}

    /** Due at once; whoever sends mails is told with the commit. */
    static void write(Handle handle, Mail mail) {
        handle.createUpdate(WRITE)
                .bind("id", mail.id())
                .bind("to", mail.to().value())
                .bind("replyTo", mail.replyTo().map(EmailAddress::value))
                .bind("subject", mail.subject())
                .bind("text", mail.text())
                .bind("html", mail.html())
                .execute();
        handle.createQuery(WAKE).mapTo(String.class).one();
    }

    static Waiting read(ResultSet row, StatementContext context) throws SQLException {
        Mail mail = new Mail(
                Columns.uuid(row, "id"),
                new EmailAddress(row.getString("recipient")),
                Optional.ofNullable(row.getString("reply_to")).map(EmailAddress::new),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"));
        return new Waiting(mail, new Attempts(0, row.getInt("attempts")));
    }
}
