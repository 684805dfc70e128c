package io.productsnap.core.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs texts of ours, so that we know them again (HMAC-SHA-256, RFC 2104). One secret serves several
 * purposes: a key of its own is derived for each, so a signature for one is worth nothing for another. Thread-safe.
 */
public final class MacKey {

    private static final String ALGORITHM = "HmacSHA256";

    /** The shortest secret that is taken, in bytes. */
    public static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec key;

    private MacKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * @param secret at least {@value #SHORTEST_SECRET} bytes in UTF-8
     * @param purpose a word of ours
     */
    public static MacKey of(String secret, String purpose) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Require.that(bytes.length >= SHORTEST_SECRET, "the secret must have at least " + SHORTEST_SECRET + " bytes");
        return new MacKey(new MacKey(bytes).sign(purpose));
    }

    public byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, impossible);
        }
    }

    /** The signature in letters that need no escaping in a URL. */
    public String seal(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(text));
    }

    /** Compares in constant time, and letter by letter: a signature has one spelling. */
    public boolean sealed(String text, String seal) {
        return MessageDigest.isEqual(
                seal(text).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "MacKey";
    }
}
