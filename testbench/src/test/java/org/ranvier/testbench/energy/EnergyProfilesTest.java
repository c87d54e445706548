package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;

class EnergyProfilesTest {
    private static final String GOOD = """
            name: small
            description: one price
            node_nm: 45
            voltage: 0.9
            composition: false
            events:
              memory.read_word:
                picojoules: 40
                source: a paper
                node_nm: 45
                voltage: 0.9
            static:
              core:
                watts: 0.25
                source: a paper
                node_nm: 45
                voltage: 0.9
                note: leakage
            """;

    private static final String OPERATIONS = """
            name: chip
            description: one price
            node_nm: 45
            voltage: unstated
            composition: true
            operations:
              synapse.event: {picojoules: 2, covers: [neuron.spike, static.core], source: a, node_nm: 45, voltage: 1}
            times:
              synapse.event: {nanoseconds: 3.5, source: a, node_nm: 45, voltage: 1}
              barrier.sync: {nanoseconds: {1: 113, 32: 465}, source: a, node_nm: 45, voltage: 1}
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldReadFile() throws IOException {
        final EnergyProfile profile = load(GOOD);

        assertThat(profile.name()).isEqualTo("small");
        assertThat(profile.price("memory.read_word").orElseThrow().picojoules()).isEqualTo(40);
        assertThat(profile.price("memory.write_word")).isEmpty();
        assertThat(profile.statics().get(ChipPart.CORE).watts()).isEqualTo(0.25);
        assertThat(profile.statics().get(ChipPart.CORE).origin().note()).isEqualTo("leakage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.001", ".nan", ".inf", "-.inf", "NaN", "~", "'40'", "many"})
    void shouldRefusePriceThatIsNoAmount(final String price) {
        assertRefused(GOOD, "picojoules: 40", "picojoules: " + price, "events.memory.read_word", "picojoules");
    }

    @ParameterizedTest
    @CsvSource({
        "watts: 0.25, watts: -0.25, static.core, watts",
        "'    picojoules: 40', '    price: 40', events.memory.read_word.price, unknown key",
        "name: small, nom: small, nom, unknown key",
        "memory.read_word, memory.read_wird, events.memory.read_wird, memory.read_word",
        "'  core:', '  cores:', static.cores, 'core, router, chip'",
        "'    source: a paper', '    source: \"\"', events.memory.read_word, source",
        "'    voltage: 0.9', '    voltage: high', events.memory.read_word, unstated",
        "'    voltage: 0.9', '    voltage: 0', events.memory.read_word, voltage",
        "'    voltage: 0.9', '    voltage: unstated', events.memory.read_word, note",
        "'    node_nm: 45', '', events.memory.read_word, node_nm",
        "'    node_nm: 45', '    node_nm: 28', composition, true",
        "'    source: a paper', '    source: another paper', composition, another paper",
        "'composition: false', 'base: nothing\ncomposition: true', base, rpu-45nm",
        "'voltage: 0.9\ncomposition', 'voltage: 0.9\nvoltage: 1.0\ncomposition', not YAML, voltage",
    })
    void shouldNameFileAndKeyThatAreWrong(
            final String from, final String to, final String key, final String explanation) {
        assertRefused(GOOD, from, to, key, explanation);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.04, 0.04", "4.0e-2, 0.04", "4e-2, 0.04", "1_000, 1000"})
    void shouldReadPricesAsYamlWritesNumbers(final String text, final double picojoules) throws IOException {
        assertThat(load(GOOD.replace("picojoules: 40", "picojoules: " + text))
                        .price("memory.read_word")
                        .orElseThrow()
                        .picojoules())
                .isEqualTo(picojoules);
    }

    @Test
    void shouldAcceptSeveralSourcesWhenDeclared() throws IOException {
        final EnergyProfile profile = load(GOOD.replace("composition: false", "composition: true")
                .replaceFirst("source: a paper", "source: another paper"));

        assertThat(profile.price("memory.read_word").orElseThrow().origin().source())
                .isEqualTo("another paper");
    }

    @Test
    void shouldAcceptUnstatedConditionsWithNote() throws IOException {
        final EnergyProfile profile = load(GOOD.replace("composition: false", "composition: true")
                .replaceFirst("    voltage: 0.9", "    voltage: unstated\n    note: the figure has no label"));

        assertThat(profile.price("memory.read_word").orElseThrow().origin().voltage())
                .isEmpty();
    }

    @Test
    void shouldReadOperationsWithWhatTheyCoverAndHowLongTheyTake() throws IOException {
        final EnergyProfile profile = load(OPERATIONS);

        assertThat(profile.vocabulary()).isEqualTo(Vocabulary.OPERATIONS);
        assertThat(profile.coveredBy("neuron.spike")).containsExactly("synapse.event");
        assertThat(profile.coveredBy("static.core")).containsExactly("synapse.event");
        assertThat(profile.coveredBy("hop.east_west")).isEmpty();
        assertThat(profile.times().get("synapse.event").at(7)).hasValue(3.5);
        assertThat(profile.times().get("barrier.sync").at(32)).hasValue(465);
        assertThat(profile.times().get("barrier.sync").at(2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'operations:', 'events: {}\noperations:', operations, not beside events",
        "'operations:', 'base: rpu-45nm\noperations:', base, a profile of operations",
        "'operations:', 'base: odinn\noperations:', base, did you mean",
        "synapse.event, memory.read_word, operations.memory.read_word, synapse.event",
        "'[neuron.spike', '[neuron.spice', operations.synapse.event.covers, unknown event",
        "'[neuron.spike', '[synapse.event', operations.synapse.event.covers, without a price of its own",
        "nanoseconds: 3.5, nanoseconds: -1, times.synapse.event, nanoseconds",
        "nanoseconds: 3.5, nanoseconds: soon, times.synapse.event, from tiles",
        "nanoseconds: 3.5, nanoseconds: {}, times.synapse.event, one time",
        "'{1: 113', '{one: 113', times.barrier.sync, number of tiles",
        "barrier.sync, barrier.token, times.barrier.token, unknown event",
    })
    void shouldNameWhatIsWrongWithOperations(
            final String from, final String to, final String key, final String explanation) {
        assertRefused(OPERATIONS, from, to, key, explanation);
    }

    @Test
    void shouldTakeFromBaseWhatFileDoesNotSay() throws IOException {
        final EnergyProfile profile = load(GOOD.replace("composition: false", "base: rpu-45nm\ncomposition: true")
                .replace("picojoules: 40", "picojoules: 17"));

        final EnergyProfile base = EnergyProfiles.load("rpu-45nm");
        assertThat(profile.prices().keySet()).isEqualTo(base.prices().keySet());
        assertThat(profile.price("memory.read_word").orElseThrow().picojoules()).isEqualTo(17);
        assertThat(profile.price("memory.write_word")).isEqualTo(base.price("memory.write_word"));
        assertThat(profile.statics().get(ChipPart.ROUTER))
                .isEqualTo(base.statics().get(ChipPart.ROUTER));
    }

    @Test
    void shouldAddStaticPowerOfAnotherSourceToOperationsOfABase() throws IOException {
        final EnergyProfile base = EnergyProfiles.load("loihi-davies2018");
        final EnergyProfile profile = load(OPERATIONS
                .replace("operations:", "base: loihi-davies2018\noperations:")
                .replace("times:", "static:\n  chip: {watts: 0.104, source: b, node_nm: 14, voltage: 1}\ntimes:"));

        assertThat(profile.price("synapse.update")).isEqualTo(base.price("synapse.update"));
        assertThat(profile.price("synapse.event").orElseThrow().picojoules()).isEqualTo(2);
        assertThat(profile.times().get("hop.east_west")).isEqualTo(base.times().get("hop.east_west"));
        assertThat(profile.statics().get(ChipPart.CHIP).watts()).isEqualTo(0.104);
    }

    @Test
    void shouldListTheNamesWhenNameIsUnknown() {
        assertThatThrownBy(() -> EnergyProfiles.load("loihi"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("energy profile: loihi is not allowed, expected one of "
                        + String.join(", ", EnergyProfiles.names())
                        + " or a FILE.yaml, did you mean 'loihi-davies2018'?");
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void shouldLoadEveryBuiltInProfileUnderItsName(final String name) {
        final EnergyProfile profile = EnergyProfiles.load(name);

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.prices()).isNotEmpty();
    }

    private static List<String> builtIn() {
        return EnergyProfiles.names();
    }

    @Test
    void shouldRefuseProfileThatPricesSomethingElseThanIsCounted() {
        assertThatThrownBy(() -> EnergyProfiles.load("odin", Vocabulary.EVENTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "energy profile: odin is not allowed, expected a profile of hardware events, as these are counted:"
                                + " rpu-45nm, rpu-45nm-converters, rpu-45nm-adc-low, rpu-45nm-adc-middle, rpu-45nm-adc-high,"
                                + " horowitz-45nm or a FILE.yaml");
    }

    @Test
    void shouldSayWhichFileCannotBeRead() {
        assertThatThrownBy(() -> EnergyProfiles.load("nowhere/none.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("nowhere/none.yaml: cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "[]", "name: [", "events:\n"})
    void shouldRefuseFileThatIsNoProfile(final String text) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("profile.yaml: ")
                .hasMessageNotContaining("\n");
    }

    private void assertRefused(
            final String good, final String from, final String to, final String key, final String explanation) {
        assertThat(good).contains(from);
        final String bad =
                good.substring(0, good.indexOf(from)) + to + good.substring(good.indexOf(from) + from.length());
        assertThatThrownBy(() -> load(bad))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("profile.yaml: ")
                .hasMessageContaining(key)
                .hasMessageContaining(explanation)
                .hasMessageNotContaining("\n");
    }

    private EnergyProfile load(final String text) throws IOException {
        final Path file = folder.resolve("profile.yaml");
        Files.writeString(file, text);
        return EnergyProfiles.load(file.toString());
    }
}
