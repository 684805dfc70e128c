/** PostgreSQL behind the ports of the core: everything that is owed to somebody, in the schema {@code productsnap}. */
package io.productsnap.persistence.postgres;
