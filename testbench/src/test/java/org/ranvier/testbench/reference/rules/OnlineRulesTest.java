package org.ranvier.testbench.reference.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.Placement;
import org.ranvier.programs.rules.EpropRule;
import org.ranvier.programs.rules.OnlineChip;
import org.ranvier.programs.rules.OnlineMapping;
import org.ranvier.programs.rules.OnlineNetwork;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** OTTT and e-prop as chip programs against plain Java, bit for bit: random networks, whole and split, and images. */
class OnlineRulesTest {
    private static final int NETWORKS = 100;
    private static final int SAMPLES = 3;
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();

    /** How often something happened that a comparison is worthless without. */
    private final Map<String, Integer> seen = new HashMap<>();

    private void see(final String what, final boolean happened) {
        seen.merge(what, happened ? 1 : 0, Integer::sum);
    }

    @Test
    void shouldLearnByOtttLikeTheReferenceOnRandomNetworks() {
        for (int network = 0; network < NETWORKS; network++) {
            final RandomNetwork random = new RandomNetwork(network);
            compareRandom(random, OnlineNetwork.ottt(sizes(random, 120), random.in(1, 8), random.in(1, 4), network));
        }
        checkSeen();
    }

    @Test
    void shouldLearnByEpropLikeTheReferenceOnRandomNetworks() {
        for (int network = 0; network < NETWORKS; network++) {
            final RandomNetwork random = new RandomNetwork(network);
            compareRandom(random, OnlineNetwork.eprop(sizes(random, 40), random.in(1, 8), eprop(random), network));
        }
        checkSeen();
    }

    private static int[] sizes(final RandomNetwork random, final int mostInputs) {
        return new int[] {random.in(1, mostInputs), random.in(1, 30), random.in(1, 5)};
    }

    private static EpropRule eprop(final RandomNetwork random) {
        return new EpropRule(
                random.in(1, 5),
                random.in(0, 4),
                random.in(0, 2),
                random.in(0, 1) == 1,
                random.in(0, 1) == 1,
                random.in(0, 3));
    }

    /** A chip whose cores may be just large enough for the read-out and the input, and too small for the whole hidden layer. */
    private static ChipSpec chip(final RandomNetwork random, final OnlineNetwork network) {
        if (random.in(0, 3) == 0) {
            return ChipSpec.DEFAULT;
        }
        final int memory = new OnlineMapping(network, ChipSpec.DEFAULT)
                .layers().placements().stream()
                        .filter(placement -> placement.layer() != 1)
                        .mapToInt(new OnlineMapping(network, ChipSpec.DEFAULT).layers()::bytes)
                        .max()
                        .orElseThrow();
        return ChipSpec.DEFAULT.withCore(ChipSpec.DEFAULT.core().withMemory(memory));
    }

    private void compareRandom(final RandomNetwork random, final OnlineNetwork network) {
        final OnlineChip chip = new OnlineChip(new OnlineMapping(network, chip(random, network)));
        final int top = random.of(2000, 8000, 32_767);
        final int most = random.of(1 << 18, 1 << 21, Integer.MAX_VALUE - 1);
        chip.arrays().weights(1, random.matrix(network.sizes()[0] + 1, network.sizes()[1], -top, top));
        chip.arrays().weights(2, random.matrix(network.sizes()[1] + 1, network.sizes()[2], -most, most));
        see("split", chip.layers().layer(1).size() > 1);
        final OnlineReference reference = reference(chip);
        final int rate = random.of(1 << 10, 1 << 16, 1 << 22);
        for (int sample = 0; sample < SAMPLES; sample++) {
            final boolean[][] train = random.train(network.ticks(), network.sizes()[0]);
            final int label = random.in(0, network.sizes()[2] - 1);
            final int used = sample == 1 ? 0 : Math.max(rate, chip.smallestRate());
            present(chip, train, label, used);
            compare(chip, reference, reference.present(train, label, used));
        }
        see("spike", chip.spikes(1) > 0);
        see("update", chip.updates(1) > 0 && chip.updates(2) > 0);
        for (final int[] row : reference.hiddenWeights()) {
            see("saturated", Arrays.stream(row).anyMatch(weight -> weight == 32_767 || weight == -32_768));
        }
    }

    private void checkSeen() {
        assertThat(seen.get("split")).isGreaterThan(10);
        assertThat(seen.get("spike")).isGreaterThan(60);
        assertThat(seen.get("update")).isGreaterThan(60);
        assertThat(seen.get("saturated")).isGreaterThan(20);
    }

    /** Sends spikes to the hidden layer itself, past the input core, which has no pixels to send. */
    private static void present(final OnlineChip chip, final boolean[][] train, final int label, final int rate) {
        final HostPort host = chip.chip().host();
        final int hidden = chip.chip()
                .fabric()
                .route(
                        host.node(),
                        chip.layers().layer(1).stream()
                                .mapToInt(Placement::node)
                                .toArray());
        final int all = chip.chip()
                .fabric()
                .route(
                        host.node(),
                        chip.layers().placements().stream()
                                .filter(placement -> placement.layer() > 0)
                                .mapToInt(Placement::node)
                                .toArray());
        host.driver((event, tick, port) -> {
            if (event == CoreEvent.LOAD) {
                port.queue(all, chip.mapping().kinds().number("LAB"), label, rate);
            }
            for (int input = 0; event == CoreEvent.PHASE0 && input < train[tick].length; input++) {
                if (train[tick][input]) {
                    port.queue(hidden, chip.mapping().kinds().number("SPK"), input, 0);
                }
            }
        });
        chip.chip().runSample(train.length);
    }

    @Test
    void shouldLearnImagesLikeTheReference() {
        images(OnlineNetwork.ottt(new int[] {784, 30, 10}, 6, 1, 5), 10_486);
        images(OnlineNetwork.eprop(new int[] {784, 30, 10}, 6, new EpropRule(1, 1, 0, true, false, 2), 5), 20_000);
        images(OnlineNetwork.eprop(new int[] {784, 30, 10}, 6, new EpropRule(2, 2, 1, false, true, 1), 5), 20_000);
    }

    private void images(final OnlineNetwork network, final int rate) {
        final OnlineChip chip = new OnlineChip(new OnlineMapping(network, ChipSpec.DEFAULT));
        final OnlineReference reference = reference(chip);
        for (int image = 0; image < 8; image++) {
            final int used = image % 4 == 3 ? 0 : rate;
            final int answer = used == 0
                    ? chip.classify(IMAGES.pixels(), IMAGES.offset(image))
                    : chip.learn(IMAGES.pixels(), IMAGES.offset(image), IMAGES.label(image), used);
            final boolean[][] train =
                    OnlineReference.encode(IMAGES.pixels(), IMAGES.offset(image), 784, network.ticks());
            assertThat(answer).isEqualTo(reference.present(train, IMAGES.label(image), used));
            compare(chip, reference, answer);
        }
    }

    private static OnlineReference reference(final OnlineChip chip) {
        final OnlineNetwork network = chip.mapping().network();
        final Map<String, Long> hidden = network.hidden();
        final Map<String, Long> readout = network.readout();
        final int[][] weights = chip.arrays().weights(1);
        final boolean symmetric = readout.getOrDefault("SYMMETRIC", 1L) == 1;
        final HiddenRule rule = network.program().equals("ottt.asm")
                ? new OtttLayer(network.weightBits(), value(hidden, "LK"), weights)
                : new EpropLayer(
                        new EpropLayer.Parameters(
                                network.weightBits(),
                                value(hidden, "AL"),
                                value(hidden, "KAP"),
                                value(hidden, "REF"),
                                value(hidden, "ALIF") == 1),
                        weights,
                        symmetric ? null : feedback(chip));
        return new OnlineReference(
                rule,
                new Readout(
                        value(readout, "KO"),
                        value(readout, "KZ"),
                        chip.arrays().weights(2)),
                symmetric,
                value(readout, "ES"));
    }

    private static int value(final Map<String, Long> parameters, final String name) {
        return (int) (long) parameters.getOrDefault(name, 0L);
    }

    /** Reads the random feedback that the cores were given. */
    private static int[][] feedback(final OnlineChip chip) {
        final int[][] feedback = new int[chip.layers().size(2)][chip.layers().size(1)];
        for (final Placement placement : chip.layers().layer(1)) {
            final int core = chip.layers().placements().indexOf(placement);
            final int[][] part = chip.chip().cores().get(core).region("B").cells();
            for (int k = 0; k < part.length; k++) {
                System.arraycopy(part[k], 0, feedback[k], placement.first(), placement.neurons());
            }
        }
        return feedback;
    }

    private static void compare(final OnlineChip chip, final OnlineReference reference, final int answer) {
        final long packet = chip.chip().host().received().getLong(0);
        assertThat(Packet.key(packet)).isEqualTo(answer);
        assertThat(Packet.payload(packet)).isEqualTo(reference.evidence());
        assertThat(chip.arrays().weights(1)).isDeepEqualTo(reference.hiddenWeights());
        assertThat(chip.arrays().weights(2)).isDeepEqualTo(reference.readoutWeights());
    }

    @Test
    void shouldSayWhatDoesNotFit() {
        final ChipSpec small = ChipSpec.DEFAULT.withCore(ChipSpec.DEFAULT.core().withMemory(12_000));
        assertThatThrownBy(() -> new OnlineMapping(OnlineNetwork.ottt(new int[] {784, 100, 10}, 6, 1, 1), small))
                .isInstanceOf(MappingException.class)
                .hasMessageMatching(
                        "the network needs \\d+ cores of 12000 bytes \\(\\d neurons of layer 1, 10 neurons of layer 2 fit a"
                                + " core\\), the cmesh2x2 chip has 16: use a larger mesh or core memory, or fewer neurons");
        assertThatThrownBy(() -> new OnlineMapping(OnlineNetwork.ottt(new int[] {8, 100, 90}, 6, 1, 1), small))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it cannot be split");
    }

    @Test
    void shouldCutTheHiddenLayerAsMemoryDemands() {
        assertThat(new OnlineMapping(OnlineNetwork.ottt(new int[] {784, 100, 10}, 6, 1, 1), ChipSpec.DEFAULT)
                        .layers()
                        .layer(1))
                .hasSize(2);
    }
}
