package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.productsnap.core.user.User;
import java.time.Instant;
import java.util.Optional;

/** A user as they see themselves. Pictures and sign-in by others come with a later issue; their fields are null till then. */
record ProfileView(
        String id,
        String email,
        boolean emailVerified,
        Optional<String> fullName,
        Optional<String> avatarUrl,
        Instant createdAt,
        boolean isAdmin,
        Optional<String> oauthProvider,
        boolean notifyOnCompletion) {

    /** The profile, and that it was kept. */
    record Saved(@JsonUnwrapped ProfileView profile, String message) {}

    static ProfileView of(User user) {
        return new ProfileView(
                user.id().toString(),
                user.email().value(),
                user.standing().emailVerified(),
                user.profile().fullName(),
                Optional.empty(),
                user.createdAt(),
                user.standing().admin(),
                Optional.empty(),
                user.profile().notifyOnCompletion());
    }
}
