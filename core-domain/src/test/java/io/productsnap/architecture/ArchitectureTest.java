package io.productsnap.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.productsnap.architecture.broken.elsewhere.HasNoPlace;
import io.productsnap.architecture.broken.inmemory.Drawer;
import io.productsnap.architecture.broken.job.NamesTheClock;
import io.productsnap.architecture.broken.job.UsesALibrary;
import io.productsnap.architecture.broken.job.UsesInMemory;
import io.productsnap.architecture.broken.job.UsesSql;
import io.productsnap.architecture.broken.job.UsesTheClock;
import io.productsnap.architecture.broken.person.UsesJob;
import io.productsnap.architecture.broken.policy.UsesPerson;
import io.productsnap.core.job.Engine;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The core keeps its rules, and each rule bites: it finds the class that was written to break it. */
final class ArchitectureTest {

    private static final CoreRules RULES = new CoreRules("io.productsnap.core");
    private static final CoreRules BROKEN = new CoreRules("io.productsnap.architecture.broken");

    /** The builder's defaults, the clock of the machine and strong randomness, are for whoever passes in none. */
    private static final String DEFAULTS = "io.productsnap.core.job.EngineBuilder";

    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrl(Engine.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theWholeCoreIsLookedAt() {
        assertTrue(CORE.contain(Engine.class));
        assertTrue(CORE.size() > 100, "classes: " + CORE.size());
    }

    @Test
    void theCoreStandsOnTheJdkAlone() {
        RULES.standsOnTheJdkAlone().check(CORE);
    }

    @Test
    void policiesStandAlone() {
        RULES.policiesStandAlone().check(CORE);
    }

    @Test
    void everyFeatureHasItsPlace() {
        RULES.everyFeatureHasItsPlace().check(CORE);
    }

    static Stream<ArchRule> featuresUseOnlyThoseAboveThem() {
        return RULES.featuresUseOnlyThoseAboveThem().stream();
    }

    @ParameterizedTest
    @MethodSource
    void featuresUseOnlyThoseAboveThem(ArchRule rule) {
        rule.check(CORE);
    }

    @Test
    void timeAndChanceArePassedIn() {
        RULES.timeAndChanceArePassedIn(DEFAULTS).check(CORE);
    }

    @Test
    void aDatabaseInTheCoreIsFound() {
        assertBites(BROKEN.standsOnTheJdkAlone(), UsesSql.class);
    }

    @Test
    void aLibraryInTheCoreIsFound() {
        assertBites(BROKEN.standsOnTheJdkAlone(), UsesALibrary.class);
    }

    @Test
    void aPolicyThatUsesAFeatureIsFound() {
        assertBites(BROKEN.policiesStandAlone(), UsesPerson.class);
    }

    @Test
    void aFeatureOutOfOrderIsFound() {
        assertBites(BROKEN.everyFeatureHasItsPlace(), HasNoPlace.class);
    }

    @Test
    void aFeatureThatUsesALaterOneIsFound() {
        assertOneBites(BROKEN.featuresUseOnlyThoseAboveThem().stream(), UsesJob.class);
    }

    @Test
    void aFeatureThatUsesWhatIsInMemoryIsFound() {
        assertOneBites(BROKEN.featuresUseOnlyThoseAboveThem().stream(), UsesInMemory.class);
    }

    @Test
    void whoReadsTheClockIsFound() {
        assertBites(BROKEN.timeAndChanceArePassedIn(), UsesTheClock.class);
    }

    @Test
    void whoPassesTheClockOnAsAFunctionIsFound() {
        assertBites(BROKEN.timeAndChanceArePassedIn(), NamesTheClock.class);
    }

    @Test
    void whoDrawsAtRandomIsFound() {
        assertBites(BROKEN.timeAndChanceArePassedIn(), Drawer.class);
    }

    @Test
    void whoIsExceptedIsLeftAlone() {
        BROKEN.timeAndChanceArePassedIn(Drawer.class.getName())
                .allowEmptyShould(true)
                .check(only(Drawer.class));
    }

    private static void assertBites(ArchRule rule, Class<?> offender) {
        AssertionError found = assertThrows(AssertionError.class, () -> rule.check(only(offender)));
        assertTrue(String.valueOf(found.getMessage()).contains(offender.getSimpleName()), found.getMessage());
    }

    private static void assertOneBites(Stream<ArchRule> rules, Class<?> offender) {
        JavaClasses only = only(offender);
        assertTrue(rules.anyMatch(rule -> rule.evaluate(only).hasViolation()));
    }

    private static JavaClasses only(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }
}
