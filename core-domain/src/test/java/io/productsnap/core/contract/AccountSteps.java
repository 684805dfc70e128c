package io.productsnap.core.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AccountExamples.AccountExample;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words that the tests about accounts are written in. */
interface AccountSteps {

    Stores stores();

    default NewAccount register(AccountExample example) {
        NewAccount account = example.create();
        assertTrue(stores().accounts().register(account));
        return account;
    }

    default User user(UserId id) {
        return stores().users().find(id).orElseThrow();
    }

    default Standing standing(UserId id) {
        return user(id).standing();
    }

    /** What the audit log says was done, oldest first. */
    default List<String> recorded() {
        List<String> actions = new ArrayList<>();
        stores().audit().newest(1_000).stream().map(AuditEntry::action).forEach(actions::add);
        Collections.reverse(actions);
        return actions;
    }
}
