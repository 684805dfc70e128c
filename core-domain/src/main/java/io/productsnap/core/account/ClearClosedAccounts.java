package io.productsnap.core.account;

import io.productsnap.core.account.ClosedAccounts.ClosedAccount;
import io.productsnap.core.person.UserId;
import io.productsnap.core.photo.RemoveAllPhotos;
import io.productsnap.core.user.User;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/**
 * Clears away what is left of closed accounts, step by step, each of which may be done again: whoever stops in between has
 * done what he did, and the next one goes on.
 *
 * <ol>
 *   <li>The account is closed ({@link ClosedAccounts#close}): from here on there is no way back.
 *   <li>Its jobs go, with their files.
 *   <li>After {@link #GRACE} they go once more, and with them the rows of the user. Not before: an upload that was under
 *       way when the account was closed can still become a job, of an owner that nothing would be known of.
 * </ol>
 *
 * What somebody still pays for has to be stopped between the first and the last step, and the last one waits for that.
 */
public final class ClearClosedAccounts {

    /** Longer than any request lives. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(ClearClosedAccounts.class.getName());

    private final ClosedAccounts accounts;
    private final RemoveAllPhotos photos;
    private final Clock clock;

    public ClearClosedAccounts(ClosedAccounts accounts, RemoveAllPhotos photos, Clock clock) {
        this.accounts = accounts;
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * Takes each closed account as far as it can be taken now.
     *
     * @return how many were forgotten
     */
    public int clearAll() {
        return (int) accounts.closed().stream().filter(this::clear).count();
    }

    private boolean clear(ClosedAccount account) {
        removeJobs(account.user());
        if (clock.instant().isBefore(account.since().plus(GRACE))) {
            return false;
        }
        boolean forgotten = accounts.forget(account.user());
        LOG.log(Level.INFO, "account {0}, closed since {1}: nothing is left", account.user(), account.since());
        return forgotten;
    }

    void removeJobs(UserId user) {
        photos.removeAll(User.owner(user));
    }
}
