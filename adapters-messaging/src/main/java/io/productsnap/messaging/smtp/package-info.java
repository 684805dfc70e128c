/** Mails, handed to a mail server by SMTP. */
package io.productsnap.messaging.smtp;
