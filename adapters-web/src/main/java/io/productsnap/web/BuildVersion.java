package io.productsnap.web;

/**
 * What runs here.
 *
 * @param commit the commit's hash
 * @param builtAt ISO 8601, UTC
 */
public record BuildVersion(String name, String version, String commit, String builtAt) {}
