package org.ranvier.testbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: which module may know which, what a simulated chip must not touch, what every package has. */
class ArchitectureTest {
    private static final String[] CHIP = {
        "org.ranvier.core..", "org.ranvier.router..", "org.ranvier.rpu..", "org.ranvier.programs.."
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ranvier");

    @Test
    void shouldKeepTheArrowsBetweenModules() {
        noDependency("org.ranvier.core..", "org.ranvier.router..", "org.ranvier.rpu..", "org.ranvier.programs..");
        noDependency("org.ranvier.router..", "org.ranvier.rpu..", "org.ranvier.programs..");
        noDependency("org.ranvier.rpu..", "org.ranvier.router..", "org.ranvier.programs..");
        for (final String module : CHIP) {
            noDependency(module, "org.ranvier.testbench..");
        }
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("org.ranvier.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldNotReadClockOrUnseededRandomnessOrPrintInsideTheChip() {
        final ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CHIP)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, java.time.Instant.class, java.time.Clock.class);
        rule.check(CLASSES);
    }

    @Test
    void shouldNotDependOnTheDefaultCharsetOrLocaleInsideTheChip() {
        final ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CHIP)
                .should()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callConstructor(Formatter.class)
                .orShould()
                .callMethod(Locale.class, "getDefault");
        rule.check(CLASSES);
    }

    @Test
    void shouldKeepReferenceModelsApartFromTheChip() {
        classes()
                .that()
                .resideInAPackage("org.ranvier.testbench.reference..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.ranvier.testbench.reference..",
                        "org.ranvier.testbench.data..",
                        "org.ranvier.core.error.."))
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage("org.ranvier..")
                        .and(not(resideInAnyPackage(
                                "org.ranvier.testbench.reference..", "org.ranvier.testbench.scoreboard.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ranvier.testbench.reference..")
                .check(CLASSES);
    }

    /** Runs of a sweep share a JVM. */
    @Test
    void shouldHaveNoStaticsThatAreSetAgain() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void shouldDescribeEveryPackage() throws IOException {
        for (final String module :
                List.of("sim-core", "sim-router", "sim-rpu", "sim-rpu-vector", "programs", "testbench", "sweep")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                .map(Path::getParent)
                                .distinct())
                        .allSatisfy(folder ->
                                assertThat(folder.resolve("package-info.java")).exists());
            }
        }
    }

    private static void noDependency(final String from, final String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .check(CLASSES);
    }
}
