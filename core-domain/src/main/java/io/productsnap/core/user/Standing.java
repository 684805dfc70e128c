package io.productsnap.core.user;

/**
 * What we hold of a user.
 *
 * @param emailVerified whether a link that was mailed to the address came back
 * @param admin whether the administration is open to them
 * @param disabled whether they are shut out
 */
public record Standing(boolean emailVerified, boolean admin, boolean disabled) {

    public static final Standing NEW = new Standing(false, false, false);
}
