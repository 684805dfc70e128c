package io.productsnap.core.session;

import io.productsnap.core.limit.Throttle;
import io.productsnap.core.mail.Letter;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.SlidingWindow;
import io.productsnap.core.policy.UuidV7;
import io.productsnap.core.user.User;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tells owners that somebody has logged in on a device that their account does not know. */
public final class NewSignInMail {

    /** Who registers a stranger's address, and logs in again and again, does not fill that stranger's mailbox. */
    public static final SlidingWindow USUAL_CAP = new SlidingWindow(5, Duration.ofHours(1));

    private final Throttle cap;
    private final URI frontEnd;
    private final RandomGenerator random;

    /**
     * @param cap how many of these mails one address gets
     * @param frontEnd where the pages are; never taken from a request
     */
    public NewSignInMail(Throttle cap, URI frontEnd, RandomGenerator random) {
        this.cap = cap;
        this.frontEnd = frontEnd;
        this.random = random;
    }

    /** @return empty when the address has had enough of them */
    Optional<Mail> about(Session session, User user) {
        return cap.take("mail:new-sign-in:" + user.id())
                .fold(place -> Optional.of(write(session, user)), refused -> Optional.empty());
    }

    private Mail write(Session session, User user) {
        String device = session.client().device();
        return Letter.about("New sign-in to your account")
                .says("Somebody, you we hope, has logged in to your ProductSnap account on a device that we did not"
                        + " know.")
                .says("Time: " + Letter.time(session.createdAt()))
                .says("Internet address: " + session.client().ip())
                .says("Device, as it calls itself: " + (device.isEmpty() ? "nothing was said" : device))
                .says("If that was you, there is nothing to do.")
                .says("If not, choose a new password at once: that ends every session.")
                .leadsTo(URI.create(frontEnd + "/forgot-password"), "Choose a new password")
                .to(user.email(), UuidV7.of(session.createdAt(), random));
    }
}
