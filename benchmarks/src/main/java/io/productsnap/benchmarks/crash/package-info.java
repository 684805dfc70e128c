/**
 * Real worker processes that are killed, frozen and cut off from their servers while customers go on, and judges that
 * find out from what the workers themselves wrote down whether a promise was broken.
 */
package io.productsnap.benchmarks.crash;
