package io.productsnap.core.job;

/** A job that its owner would like to have done. */
public record JobRequest(JobId id, Owner owner, JobSpec spec, Idempotency idempotency) {}
