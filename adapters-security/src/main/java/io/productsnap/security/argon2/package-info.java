/** Password hashes, made and checked with Bouncy Castle's Argon2. */
package io.productsnap.security.argon2;
