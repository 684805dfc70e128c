/**
 * What every adapter of a port must do, as tests: an adapter's test class implements the port's contract, says how to
 * reach an empty store, and inherits the tests. They need the core and JUnit, nothing else.
 */
package io.productsnap.core.contract;
