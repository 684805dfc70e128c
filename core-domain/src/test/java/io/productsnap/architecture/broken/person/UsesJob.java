package io.productsnap.architecture.broken.person;

import io.productsnap.architecture.broken.job.Work;

/** A feature that knows a later one. */
public record UsesJob(Work work) {}
