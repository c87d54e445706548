package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.energy.EventKind;

class DefaultProfileTest {

    private final EnergyProfile profile = EnergyProfiles.load(EnergyProfiles.DEFAULT);

    @Test
    void shouldPriceEveryEventAndNoOther() {
        assertThat(profile.prices().keySet())
                .containsExactlyInAnyOrderElementsOf(EventCatalog.kinds().keySet());
    }

    @Test
    void shouldDeclareItsCompositionAndItsName() {
        assertThat(profile.composition()).isTrue();
        assertThat(profile.name()).isEqualTo("rpu-45nm");
    }

    @Test
    void shouldKnowEveryEventKindThatTheSimulatorPublishes() throws ReflectiveOperationException {
        assertThat(publishedKinds())
                .hasSizeGreaterThan(20)
                .isEqualTo(new TreeSet<>(EventCatalog.kinds().keySet()));
    }

    @Test
    void shouldDifferFromConverterProfileInTheSensesOnly() {
        final EnergyProfile converters = EnergyProfiles.load(EnergyProfiles.CONVERTERS);

        assertThat(converters.statics()).isEqualTo(profile.statics());
        assertThat(EventCatalog.kinds().keySet())
                .filteredOn(event -> !converters.price(event).equals(profile.price(event)))
                .containsExactly("crossbar.column_sense", "crossbar.row_sense");
    }

    @ParameterizedTest
    @CsvSource({"rpu-45nm-adc-low, 0.272", "rpu-45nm-adc-middle, 2.34", "rpu-45nm-adc-high, 23"})
    void shouldDifferFromConverterPricesInTheConversionOnly(final String name, final double picojoules) {
        final EnergyProfile other = EnergyProfiles.load(name);

        assertThat(other.statics()).isEqualTo(profile.statics());
        assertThat(other.price("crossbar.conversion").orElseThrow().picojoules())
                .isEqualTo(picojoules);
        assertThat(EventCatalog.kinds().keySet())
                .filteredOn(event -> !other.price(event).equals(profile.price(event)))
                .isSubsetOf("crossbar.conversion");
    }

    @Test
    void shouldScaleMemoryWithTheRootOfItsSize() {
        assertThat(picojoules("memory.read_word")).isEqualTo(10 * Math.sqrt(131_072 / 8_192.0));
        assertThat(picojoules("sequencer.dispatch")).isEqualTo(10 * Math.sqrt(512 / 8_192.0) + 0.1);
    }

    /** Finds the kinds of all classes named XxxEvents: constants, and arrays given by methods without arguments. */
    private static Set<String> publishedKinds() throws ReflectiveOperationException {
        final Set<String> names = new TreeSet<>();
        final var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.ranvier.core", "org.ranvier.router", "org.ranvier.rpu", "org.ranvier.programs");
        for (final JavaClass each : classes) {
            if (each.getSimpleName().endsWith("Events")) {
                addKinds(Class.forName(each.getName()), names);
            }
        }
        return names;
    }

    private static void addKinds(final Class<?> events, final Set<String> names) throws ReflectiveOperationException {
        for (final Method method : events.getMethods()) {
            if (method.getReturnType() == EventKind[].class && method.getParameterCount() == 0) {
                for (final EventKind kind : (EventKind[]) method.invoke(null)) {
                    names.add(kind.name());
                }
            }
        }
        for (final Field field : events.getFields()) {
            if (field.getType() == EventKind.class && Modifier.isStatic(field.getModifiers())) {
                names.add(((EventKind) field.get(null)).name());
            }
        }
    }

    private double picojoules(final String event) {
        return profile.price(event).orElseThrow().picojoules();
    }
}
