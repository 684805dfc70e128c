package io.productsnap.benchmarks.engines;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whose jobs they are, by their numbers, and what their owners may have.
 *
 * @param owners take turns in submitting, each with the same cap
 * @param cap of each owner; only ours has such a thing
 * @param crowd so many jobs, those with the lowest numbers, are of one owner more
 * @param crowdMillis how long each job of the crowd waits for something that is not the processor's, 0 for not at all
 */
record Load(int owners, int cap, int crowd, int crowdMillis) {

    private static final String CROWD = "crowd";

    static Load of(int owners, int cap) {
        return new Load(owners, cap, 0, 0);
    }

    static Load read(String written) {
        int[] numbers =
                Stream.of(written.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        return new Load(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** For another process, which reads it again. */
    String written() {
        return owners + "," + cap + "," + crowd + "," + crowdMillis;
    }

    boolean isOfTheCrowd(int job) {
        return job < crowd;
    }

    String owner(int job) {
        return isOfTheCrowd(job) ? CROWD : "owner " + job % owners;
    }

    List<String> everyone() {
        Stream<String> each = IntStream.range(0, owners).mapToObj(number -> "owner " + number);
        return Stream.concat(each, Stream.of(CROWD)).toList();
    }
}
