package io.productsnap.security.argon2;

import org.bouncycastle.crypto.params.Argon2Parameters;

/** The variants whose hashes are known: ours, and the one that passlib made before its version 1.7.3. */
enum Variant {
    ARGON2ID("argon2id", Argon2Parameters.ARGON2_id),
    ARGON2I("argon2i", Argon2Parameters.ARGON2_i);

    private final String label;
    private final int code;

    Variant(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** Its name in a PHC string. */
    String label() {
        return label;
    }

    /** Its name in Bouncy Castle. */
    int code() {
        return code;
    }

    static Variant of(String label) {
        return label.equals(ARGON2ID.label) ? ARGON2ID : ARGON2I;
    }
}
