package io.productsnap.benchmarks.engines;

import java.util.Map;

/**
 * All that a run has measured.
 *
 * @param burns by the contender's name, and ours by the shape's name too
 * @param apart submitter and worker in two processes
 * @param together both in one
 * @param idle statements a second of one process
 */
record Findings(
        Medians<String, Burn> burns,
        Medians<String, Waits> apart,
        Medians<String, Waits> together,
        Medians<String, Crowd> crowds,
        Medians<String, Floor> floors,
        Map<Contender, Double> idle) {}
