/** Limits and events that all processes share, in Redis. With Redis away, both go on within the process. */
package io.productsnap.messaging.redis;
