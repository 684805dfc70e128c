package io.productsnap.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key that signs, and those that still verify.
 *
 * <p>A token is looked up by its header, byte for byte. So algorithm, type and key are pinned (RFC 8725, sections 3.1 and
 * 3.11), a key or an address in the header is never looked at, and no JSON is parsed before its signature is verified.
 */
final class KeyRing {

    private final SigningKey current;
    private final Map<String, SigningKey> byHeader;

    KeyRing(String secret, List<String> previous) {
        this.current = new SigningKey(secret);
        this.byHeader = Stream.concat(Stream.of(current), previous.stream().map(SigningKey::new))
                .collect(Collectors.toUnmodifiableMap(SigningKey::header, Function.identity(), (one, same) -> one));
    }

    String sign(JWTClaimsSet claims) {
        return current.sign(claims);
    }

    /** @return what a token signed with one of the keys says; empty when none signed it */
    Optional<JWTClaimsSet> verify(String token) {
        int dot = token.indexOf('.');
        return Optional.ofNullable(byHeader.get(token.substring(0, Math.max(dot, 0))))
                .flatMap(key -> verify(token, key));
    }

    private static Optional<JWTClaimsSet> verify(String token, SigningKey key) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            // The parser forgives spaces around a token; one token has one spelling.
            return signed.getParsedString().equals(token) && key.signed(signed)
                    ? Optional.of(signed.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }
}
