package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the customers of a round were promised. Thread-safe. */
final class Ledger {

    private final Map<Owner, Terms> terms = new ConcurrentHashMap<>();
    private final Map<JobId, Story> stories = new ConcurrentHashMap<>();
    private final Map<Owner, AtomicInteger> unanswered = new ConcurrentHashMap<>();

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    void welcome(Owner owner, Terms itsTerms) {
        terms.put(owner, itsTerms);
        unanswered.put(owner, new AtomicInteger());
    }

    /** The one story of a job: who submits twice under one key is told of the same. */
    Story of(Owner owner, JobId job) {
        return stories.computeIfAbsent(job, first -> new Story(owner, job));
    }

    /** A job was submitted without a key, and no answer came: it may be there, or not. */
    void unanswered(Owner owner) {
        count(owner).incrementAndGet();
    }

    /** A customer met something that no port speaks of, and went home. */
    void failed(Throwable why) {
        failures.add(why);
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    int unansweredOf(Owner owner) {
        return count(owner).get();
    }

    private AtomicInteger count(Owner owner) {
        return unanswered.computeIfAbsent(owner, first -> new AtomicInteger());
    }

    Map<Owner, Terms> terms() {
        return Map.copyOf(terms);
    }

    Terms termsOf(Owner owner) {
        return Optional.ofNullable(terms.get(owner)).orElseThrow();
    }

    /** By its place, if it is called like a file of ours. */
    boolean isOfOneOfOurs(String file) {
        String[] words = file.split("/", 3);
        return words.length == 3 && terms.containsKey(new Owner(words[1]));
    }

    boolean knows(JobId job) {
        return stories.containsKey(job);
    }

    List<Story> stories() {
        return List.copyOf(stories.values());
    }

    List<Story> storiesOf(Owner owner) {
        return stories.values().stream()
                .filter(story -> story.owner().equals(owner))
                .toList();
    }
}
