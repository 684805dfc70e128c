package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.UserId;
import java.time.Instant;
import java.util.List;

/** Accounts that their owners have closed, until nothing is left of them. Thread-safe. */
public interface ClosedAccounts {

    /**
     * Closes an account in one transaction: its owner is shut out, every session ends, every link is void, the address
     * is anybody's again, and what the owner said of himself is gone. What is left waits to be cleared away.
     *
     * @param entry its time is when the account was closed; it outlives the account
     * @return whether there was such an account, still open
     */
    boolean close(UserId user, AuditEntry entry);

    /** @return all that are closed and not forgotten, whoever is longest first */
    List<ClosedAccount> closed();

    /**
     * Removes the last of a closed account: the user, and what was allowed and counted.
     *
     * @return false when there was none
     */
    boolean forget(UserId user);

    /** A closed account. */
    record ClosedAccount(UserId user, Instant since) {}
}
