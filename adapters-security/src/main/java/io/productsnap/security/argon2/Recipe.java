package io.productsnap.security.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** How a tag is made of a password, all but the password itself. */
final class Recipe {

    private final Variant variant;
    private final Cost cost;
    private final byte[] salt;

    Recipe(Variant variant, Cost cost, byte[] salt) {
        this.variant = variant;
        this.cost = cost;
        this.salt = salt.clone();
    }

    Variant variant() {
        return variant;
    }

    Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    /** Whether a guess costs an attacker less than it would today: in memory, in passes, or by the variant's own weakness. */
    boolean isWeak() {
        return variant != Variant.ARGON2ID || cost.isBelow(Cost.OURS);
    }

    /**
     * @param password in UTF-8
     * @param memory where the blocks come from
     */
    byte[] tag(byte[] password, int length, BlockPool memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(variant.code())
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }
}
