package io.productsnap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the core is held to.
 *
 * @param root the package whose sub-packages are the features
 */
record CoreRules(String root) {

    /** Each feature uses only those above it; what holds them all in memory comes last, so nobody uses it. */
    private static final List<String> ORDER = List.of(
            "policy",
            "person",
            "signal",
            "mail",
            "audit",
            "limit",
            "contact",
            "job",
            "photo",
            "user",
            "session",
            "payment",
            "subscription",
            "account",
            "admin",
            "inmemory");

    /** What makes a program behave otherwise from one run to the next. */
    private static final Map<String, Set<String>> OUTSIDE_WORLD = Map.ofEntries(
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry(
                    "java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes")),
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.lang.Thread", Set.of("sleep", "onSpinWait")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil")),
            Map.entry("java.util.Date", Set.of("<init>")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.util.SplittableRandom", Set.of("<init>")),
            Map.entry("java.security.SecureRandom", Set.of("<init>", "getInstance", "getInstanceStrong")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of")),
            Map.entry("java.util.random.RandomGeneratorFactory", Set.of("getDefault", "of", "create")));

    /** The core stands on the JDK alone, and knows no database. */
    ArchRule standsOnTheJdkAlone() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", root + "..")
                        .and(resideOutsideOfPackage("java.sql..")));
    }

    /** A policy gets facts and gives a decision: it needs nothing of ours to do so. */
    ArchRule policiesStandAlone() {
        return classes()
                .that()
                .resideInAPackage(root + ".policy..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", root + ".policy.."));
    }

    /** A feature that the order does not name would escape it. */
    ArchRule everyFeatureHasItsPlace() {
        return classes().that().resideInAPackage(root + "..").should().resideInAnyPackage(packages(ORDER.stream()));
    }

    /** One rule a feature: it uses none that comes after it. */
    List<ArchRule> featuresUseOnlyThoseAboveThem() {
        return ORDER.stream()
                .filter(feature -> !feature.equals("inmemory"))
                .map(this::usesNoneAfterItself)
                .toList();
    }

    private ArchRule usesNoneAfterItself(String feature) {
        Stream<String> later = ORDER.stream().skip(ORDER.indexOf(feature) + 1);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(later))
                // The order names features that are still to come.
                .allowEmptyShould(true);
    }

    private String[] packages(Stream<String> features) {
        return features.map(feature -> root + "." + feature + "..").toArray(String[]::new);
    }

    /**
     * Time and chance are passed in.
     *
     * @param except where the outside world comes in: what is passed on from there is a default that a caller may replace
     */
    ArchRule timeAndChanceArePassedIn(String... except) {
        Set<String> excepted = Set.copyOf(Arrays.asList(except));
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not excepted " + excepted, type -> !excepted.contains(type.getFullName())))
                .and()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("is time, chance or sleep", CoreRules::isOfTheOutsideWorld));
    }

    private static boolean isOfTheOutsideWorld(JavaAccess<?> access) {
        return OUTSIDE_WORLD
                .getOrDefault(access.getTargetOwner().getFullName(), Set.of())
                .contains(access.getName());
    }
}
