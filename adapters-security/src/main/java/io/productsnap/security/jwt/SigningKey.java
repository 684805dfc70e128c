package io.productsnap.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.productsnap.core.policy.MacKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Arrays;

/** A secret, and the one header that every token signed with it has. Thread-safe. */
final class SigningKey {

    private static final int KEY_ID_BYTES = 6;

    private final JWSHeader header;
    private final MACSigner signer;

    /** @throws IllegalArgumentException when the secret has fewer than 32 bytes (RFC 7518, section 3.2) */
    SigningKey(String secret) {
        // The key's id is a signature with it, cut short: it tells two keys apart, and no more than a token tells.
        byte[] signature = MacKey.of(secret, "access token key id").sign("");
        Base64URL keyId = Base64URL.encode(Arrays.copyOf(signature, KEY_ID_BYTES));
        try {
            this.header = JWSHeader.parse(
                    Base64URL.encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + keyId + "\"}"));
            this.signer = new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
        } catch (ParseException | JOSEException impossible) {
            throw new IllegalStateException("a key of 32 bytes is refused", impossible);
        }
    }

    /** What a token signed with this key begins with, up to its first dot. */
    String header() {
        return header.toBase64URL().toString();
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", impossible);
        }
        return token.serialize();
    }

    /** Compares texts in constant time, not bytes: Base64 has several spellings of one signature, and one is ours. */
    boolean signed(SignedJWT token) {
        try {
            Base64URL ours = signer.sign(header, token.getSigningInput());
            return MessageDigest.isEqual(ascii(ours), ascii(token.getSignature()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", impossible);
        }
    }

    private static byte[] ascii(Base64URL text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
