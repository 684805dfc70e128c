/** Access tokens, made and read with Nimbus JOSE+JWT. */
package io.productsnap.security.jwt;
