package io.productsnap.core.policy;

/**
 * What is wrong with one field of what somebody sent.
 *
 * @param field its name, as the sender knows it
 * @param message a sentence for a person
 */
public record Complaint(String field, String message) {}
