package io.productsnap.web;

import io.productsnap.core.account.ChangeEmail;
import io.productsnap.core.account.ChangePassword;
import io.productsnap.core.account.CloseAccount;
import io.productsnap.core.account.ForgotPassword;
import io.productsnap.core.account.Register;
import io.productsnap.core.account.ResetPassword;
import io.productsnap.core.account.VerifyEmail;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.contact.ContactSupport;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.photo.PhotoLinks;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.PreviewPhoto;
import io.productsnap.core.photo.RemovePhoto;
import io.productsnap.core.photo.RetryPhoto;
import io.productsnap.core.photo.SignedPhotoLinks;
import io.productsnap.core.photo.SubmitPhoto;
import io.productsnap.core.policy.MacKey;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.ListSessions;
import io.productsnap.core.session.LogIn;
import io.productsnap.core.session.LogOut;
import io.productsnap.core.session.RefreshSession;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.util.Optional;

/**
 * What the routes call.
 *
 * @param files empty when the photo store makes links of its own, which lead to itself
 */
public record WebApp(
        Sessions sessions,
        Accounts accounts,
        Credentials credentials,
        Office office,
        Photos photos,
        Optional<Files> files,
        Clock clock) {

    /** Who comes in, and who calls. */
    public record Sessions(
            LogIn logIn, RefreshSession refresh, LogOut logOut, ListSessions list, Authenticate authenticate) {}

    /** Who has an account. */
    public record Accounts(Register register, VerifyEmail verifyEmail, UserStore users) {}

    /** What an account is opened with, and how it is closed. */
    public record Credentials(
            ForgotPassword forgotPassword,
            ResetPassword resetPassword,
            ChangePassword changePassword,
            ChangeEmail changeEmail,
            CloseAccount closeAccount) {}

    /** Who writes to us, and who looks after all of it. */
    public record Office(ContactSupport contact, AuditLog audit) {}

    /** From a photo to a shot. */
    public record Photos(
            SubmitPhoto submit,
            PreviewPhoto preview,
            RemovePhoto remove,
            RetryPhoto retry,
            PhotoLinks links,
            Jobs jobs) {}

    /**
     * The jobs that photos become.
     *
     * @param ticketKey signs the tickets of event streams
     */
    public record Jobs(JobStore store, JobEvents events, MacKey ticketKey) {}

    /** Files that this server gives out itself, to whoever has a link. */
    public record Files(SignedPhotoLinks links, PhotoStore store) {}
}
