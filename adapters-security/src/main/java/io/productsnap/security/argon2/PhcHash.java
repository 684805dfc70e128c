package io.productsnap.security.argon2;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash as it is stored, in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, the last two in
 * Base64 without padding. Read strictly: what is written otherwise than we would write it is no hash.
 */
final class PhcHash {

    private static final Pattern SHAPE = Pattern.compile("\\$(?<variant>argon2id?)\\$v=19"
            + "\\$m=(?<memory>[1-9]\\d{0,5}),t=(?<passes>[1-9]\\d?),p=(?<lanes>[1-9]\\d?)"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,86})\\$(?<tag>[A-Za-z0-9+/]{22,86})");

    private final Recipe recipe;
    private final byte[] tag;

    PhcHash(Recipe recipe, byte[] tag) {
        this.recipe = recipe;
        this.tag = tag.clone();
    }

    /** @return the hash that {@code text} spells; empty when it spells none, or one that costs too much to check */
    static Optional<PhcHash> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            PhcHash hash = read(parts);
            // A second spelling of the same bytes: the unused bits at the end of a Base64 text.
            return hash.toString().equals(text) ? Optional.of(hash) : Optional.empty();
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    private static PhcHash read(Matcher parts) {
        Cost cost = new Cost(
                Integer.parseInt(parts.group("memory")),
                Integer.parseInt(parts.group("passes")),
                Integer.parseInt(parts.group("lanes")));
        Base64.Decoder decoder = Base64.getDecoder();
        return new PhcHash(
                new Recipe(Variant.of(parts.group("variant")), cost, decoder.decode(parts.group("salt"))),
                decoder.decode(parts.group("tag")));
    }

    Recipe recipe() {
        return recipe;
    }

    byte[] tag() {
        return tag.clone();
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        Cost cost = recipe.cost();
        return "$%s$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        recipe.variant().label(),
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        encoder.encodeToString(recipe.salt()),
                        encoder.encodeToString(tag));
    }
}
