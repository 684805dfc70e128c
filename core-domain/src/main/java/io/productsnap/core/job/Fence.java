package io.productsnap.core.job;

/**
 * The right to write to a job, given with a claim and to nobody else. Every claim gets a greater number; a store accepts
 * nothing under a number that is not the job's present one, so a worker that lost its lease can change nothing.
 */
public record Fence(JobId job, long number) {}
