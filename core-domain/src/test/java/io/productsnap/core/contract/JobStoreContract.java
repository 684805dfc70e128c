package io.productsnap.core.contract;

/**
 * What a {@link io.productsnap.core.job.JobStore} must do: a test class of an adapter implements this and inherits all
 * of it, part by part.
 */
public interface JobStoreContract
        extends JobKeepingContract,
                JobListingContract,
                JobLostAnswerContract,
                JobQuotaContract,
                JobIdempotencyContract,
                JobBulkContract,
                JobCapContract,
                JobDelayContract,
                JobCancellationContract,
                JobReadmissionContract,
                JobFenceContract,
                JobSettlementContract,
                JobRescueContract,
                JobFairnessContract,
                JobUsageContract,
                JobCensusContract,
                EndedJobsContract {}
