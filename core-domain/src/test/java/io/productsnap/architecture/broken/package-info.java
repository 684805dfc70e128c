/** Classes that each break one rule of the core, so that a test can show that the rule finds them. */
package io.productsnap.architecture.broken;
