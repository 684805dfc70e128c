package io.productsnap.core.contract;

/** What a {@link io.productsnap.core.session.SessionStore} must do, part by part. */
public interface SessionStoreContract extends SessionOpeningContract, SessionRotationContract, SessionEndingContract {}
