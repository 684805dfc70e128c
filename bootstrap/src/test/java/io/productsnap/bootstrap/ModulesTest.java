package io.productsnap.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom, among the modules. Each rule is tried on a class that breaks it, too. */
final class ModulesTest {

    private static final List<String> ADAPTERS = List.of("persistence", "messaging", "security", "imaging", "web");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.productsnap");

    @ParameterizedTest
    @ValueSource(strings = {"persistence", "messaging", "security", "imaging", "web"})
    void anAdapterKnowsTheCoreAndNoOtherAdapter(String adapter) {
        assertTrue(PRODUCT.containPackage("io.productsnap." + adapter));
        knowsTheCoreAlone(adapter).check(PRODUCT);
    }

    @Test
    void theCoreKnowsNoneOfThem() {
        theCoreIsInside().check(PRODUCT);
    }

    @Test
    void theProgramOfProductionCarriesNothingOfALaptop() {
        noClasses()
                .that()
                .resideInAPackage("io.productsnap..")
                .and()
                .resideOutsideOfPackage("io.productsnap.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.productsnap.development..", "io.productsnap.embedded..")
                .check(PRODUCT);
        assertFalse(PRODUCT.containPackage("io.productsnap.development"));
    }

    @Test
    void theRuleForAdaptersBites() {
        assertTrue(knowsTheCoreAlone("persistence")
                .evaluate(breaking("persistence"))
                .hasViolation());
    }

    @Test
    void theRuleForTheCoreBites() {
        assertTrue(theCoreIsInside().evaluate(breaking("core")).hasViolation());
    }

    private static ArchRule knowsTheCoreAlone(String adapter) {
        String[] others = ADAPTERS.stream()
                .filter(other -> !other.equals(adapter))
                .map(other -> "io.productsnap." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.productsnap." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.productsnap.bootstrap..");
    }

    private static ArchRule theCoreIsInside() {
        return noClasses()
                .that()
                .resideInAPackage("io.productsnap.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS.stream()
                        .map(name -> "io.productsnap." + name + "..")
                        .toArray(String[]::new));
    }

    private static JavaClasses breaking(String where) {
        return new ClassFileImporter().importPackages("io.productsnap." + where + ".violating");
    }
}
