package org.ranvier.testbench.regress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.SimulationException;
import org.ranvier.core.fault.FaultEvent;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.EventKind;
import org.ranvier.testbench.regress.stream.Mismatch;

class RegressionTest {
    private static final int SAMPLES = 3;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void record() {
        file = record(Detail.FULL, Long.MAX_VALUE, small());
    }

    private Path record(final Detail detail, final long stretch, final SmallChip small) {
        final Path recording = directory.resolve("recording");
        try (Recorder recorder = new Recorder(recording, new RecordingHeader("1", List.of("small"), detail, stretch))) {
            SmallChip.run(recorder, SAMPLES, small);
            recorder.complete();
        }
        return recording;
    }

    private static SmallChip small(final String... faults) {
        return new SmallChip(SmallChip.RAMP, SmallChip.SINK, 1, faults);
    }

    private Outcome check(final SmallChip small) {
        return check(small, SAMPLES, Tolerances.NONE);
    }

    private Outcome check(final SmallChip small, final int samples, final Tolerances tolerances) {
        try (Checker checker = new Checker(file, tolerances)) {
            String failure = null;
            try {
                SmallChip.run(checker, samples, small);
            } catch (final SimulationException e) {
                failure = checker.stopped() ? null : e.getMessage();
            }
            return checker.outcome(failure);
        }
    }

    private static FaultEvent only(final SmallChip small) {
        assertThat(small.chip().faults().events()).hasSize(1);
        return small.chip().faults().events().get(0);
    }

    @Test
    void shouldFindNothingInTheSameRun() {
        final Outcome outcome = check(small());
        assertThat(outcome.equal()).isTrue();
        assertThat(outcome.first()).isNull();
        assertThat(outcome.compared().samples()).isEqualTo(SAMPLES);
        final List<String> text = OutcomeText.of(outcome).lines().toList();
        assertThat(text).singleElement().asString().startsWith("Equal: 3 samples, ");
    }

    /** The array is on a row of the mesh that the second thread simulates. */
    @Test
    void shouldFindNothingInTheSameRunWithTwoThreads() {
        final Outcome outcome = check(new SmallChip(SmallChip.RAMP, SmallChip.SINK, 2));
        assertThat(outcome.equal()).isTrue();
        file = record(Detail.FULL, Long.MAX_VALUE, new SmallChip(SmallChip.RAMP, SmallChip.SINK, 2));
        assertThat(check(small()).compared().events())
                .isEqualTo(outcome.compared().events());
    }

    /** The word is read by the first instruction of the next tick. */
    @Test
    void shouldNameAFlippedBitAtTheFirstInstructionThatReadsIt() {
        final SmallChip small = small("flip-bit@400:core[0].w[5].bit1");
        final Outcome outcome = check(small);
        assertThat(outcome.equal()).isFalse();
        final Divergence first = outcome.first();
        assertThat(first.finding()).isEqualTo(Finding.SOURCE);
        assertThat(first.core().path()).isEqualTo("core[0]");
        assertThat(first.sample()).isEqualTo(2);
        assertThat(first.instruction()).isEqualTo("v.add x,x,w  (address 0, line 5)");
        assertThat(first.mismatch().operand()).isEqualTo("w");
        assertThat(first.mismatch().elements()).containsExactly(new Mismatch.Element("w[5]", 13, 15));
        assertThat(first.mismatch().cycle())
                .isEqualTo(first.begin() + 15)
                .isGreaterThan(only(small).cycle());
        assertThat(outcome.notes()).containsExactly("fault: " + only(small).line());
    }

    /** A row that is driven in the sample is named by the read, the others by the memory after it. */
    @Test
    void shouldNameAFlippedBitOfAWeightWhereverItIs() {
        final SplittableRandom random = new SplittableRandom(2);
        final List<Finding> findings = new ArrayList<>();
        for (int trial = 0; trial < 40; trial++) {
            final int row = random.nextInt(8);
            final int column = random.nextInt(6);
            final int bit = random.nextInt(32);
            final int cycle = 2 + random.nextInt(500);
            final SmallChip small =
                    small("flip-bit@" + cycle + ":core[15].array[" + row + "," + column + "].bit" + bit);
            final Divergence first = check(small).first();
            findings.add(first.finding());
            assertThat(first.core().path()).isEqualTo("core[15]");
            final int weight = 100 * row + column;
            assertThat(first.mismatch().elements())
                    .containsExactly(new Mismatch.Element("W[" + row + "][" + column + "]", weight, weight ^ 1 << bit));
            assertThat(first.mismatch().cycle()).isGreaterThanOrEqualTo(cycle);
            if (first.finding() == Finding.SOURCE) {
                assertThat(first.instruction()).startsWith("a.fwd u,W,in");
            }
        }
        assertThat(findings).contains(Finding.SOURCE, Finding.MEMORY).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 200, 400, 555})
    void shouldNameADroppedSpike(final int cycle) {
        final SmallChip small = small("drop-packet@" + cycle + ":core[15]");
        final Divergence first = check(small).first();
        final FaultEvent fault = only(small);
        assertThat(first.finding()).isEqualTo(Finding.PACKET_LOST);
        assertThat(first.core().path()).isEqualTo("core[15]");
        assertThat(first.mismatch().cycle()).isEqualTo(fault.cycle());
        assertThat(first.expectedText()).contains(fault.before());
        assertThat(first.foundText()).startsWith("it does not arrive");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void shouldNameALateFlit(final int late) {
        final SmallChip small = small("late-flit@400=" + late);
        final Divergence first = check(small).first();
        final FaultEvent fault = only(small);
        assertThat(first.finding()).isEqualTo(Finding.PACKET_LATE);
        assertThat(first.mismatch().expected().cycle).isEqualTo(fault.cycle());
        assertThat(first.mismatch().found().cycle).isEqualTo(fault.cycle() + late);
        assertThat(first.expectedText()).contains(fault.before());
    }

    @Test
    void shouldNameAPacketThatWasChanged() {
        final SmallChip small = small("corrupt-packet@400=bit33");
        final Divergence first = check(small).first();
        assertThat(first.finding()).isEqualTo(Finding.PACKET_CHANGED);
        assertThat(first.mismatch().cycle()).isEqualTo(only(small).cycle());
        assertThat(first.expectedText()).contains(only(small).before());
        assertThat(first.foundText()).contains(only(small).after());
    }

    /** One neuron fires every fourth tick: its packets of one sample are all the same, and nothing comes between them. */
    private SmallChip rare(final String kind, final String how) {
        final String ramp = SmallChip.RAMP.replace("3,5,7,9,11,13,15,17", "6,0,0,0,0,0,0,0");
        file = record(Detail.FULL, Long.MAX_VALUE, new SmallChip(ramp, SmallChip.SINK, 1));
        final SmallChip probe = new SmallChip(ramp, SmallChip.SINK, 1, "drop-packet@0:core[15]");
        check(probe);
        final long second = only(probe).cycle() + 1;
        return new SmallChip(ramp, SmallChip.SINK, 1, kind + "@" + second + ":core[15]" + how);
    }

    @Test
    void shouldNotTakeThePacketOfFourTicksLaterForTheLostOne() {
        final SmallChip rare = rare("drop-packet", "");
        final Divergence first = check(rare).first();
        assertThat(first.finding()).isEqualTo(Finding.PACKET_LOST);
        assertThat(first.mismatch().cycle()).isEqualTo(only(rare).cycle());
        assertThat(first.mismatch().found().packet).isEqualTo(first.mismatch().expected().packet);
        assertThat(first.foundText()).startsWith("it does not arrive; next is, in cycle ");
    }

    @Test
    void shouldNotTakeThePacketOfFourTicksLaterForTheLateOne() {
        final SmallChip rare = rare("late-flit", "=5");
        final Divergence first = check(rare).first();
        assertThat(first.finding()).isEqualTo(Finding.PACKET_LATE);
        assertThat(first.foundText()).startsWith("in cycle " + (only(rare).cycle() + 5) + ": packet SPK key 0");
    }

    @Test
    void shouldNotTakeThePacketOfFourTicksLaterForTheChangedOne() {
        final SmallChip rare = rare("corrupt-packet", "=bit2");
        final Divergence first = check(rare).first();
        assertThat(first.finding()).isEqualTo(Finding.PACKET_CHANGED);
        assertThat(first.foundText()).contains(only(rare).after());
    }

    @Test
    void shouldNotTakeWhatComesInALaterStepForAChangedPacket() {
        final Event expected = arrival(100, Packet.of(1, 0, 1, 5, 0));
        final Event found = arrival(300, Packet.of(1, 0, 2, 6, 0));
        assertThat(Finding.of(new Mismatch(expected, found, null, List.of(), 0, -1, -1, false)))
                .isEqualTo(Finding.PACKET_LOST);
        assertThat(Finding.of(new Mismatch(expected, found, null, List.of(), 0, -1, -1, true)))
                .isEqualTo(Finding.PACKET_CHANGED);
    }

    private static Event arrival(final long cycle, final long packet) {
        final Event event = new Event();
        event.kind = EventKind.ARRIVED;
        event.cycle = cycle;
        event.packet = packet;
        return event;
    }

    @Test
    void shouldNameCountersThatDifferInTheSample() {
        final Outcome outcome = check(small("drop-packet@400"));
        assertThat(outcome.counters())
                .extracting(ResultDifference::name)
                .contains("core[15] communication queue.pop", "core[15].array control sram.read_word")
                .doesNotContain("core[0] communication queue.push");
    }

    @Test
    void shouldNameAnInstructionThatHasChanged() {
        final SmallChip other =
                new SmallChip(SmallChip.RAMP.replace("c.gt f, x, #20", "c.gt f, x, #19"), SmallChip.SINK, 1);
        final Outcome outcome = check(other);
        assertThat(outcome.first().finding()).isEqualTo(Finding.EXECUTION);
        assertThat(outcome.first().expectedText()).contains("c.gt f,x,#20");
        assertThat(outcome.first().foundText()).contains("c.gt f,x,#19");
        assertThat(outcome.notes()).singleElement().asString().contains("ramp.asm", "address 1");
    }

    @Test
    void shouldNameAnInstructionThatWasInserted() {
        final SmallChip other = new SmallChip(
                SmallChip.RAMP, SmallChip.SINK.replace("v.add v, v, u", "s.mov r2, #1\n v.add v, v, u"), 1);
        final Outcome outcome = check(other);
        assertThat(outcome.first().core().path()).isEqualTo("core[15]");
        assertThat(outcome.first().expectedText()).contains("v.add v,v,u");
        assertThat(outcome.first().foundText()).contains("s.mov r2,#1");
    }

    @Test
    void shouldSayThatAnElementIsNoLongerThere() {
        final String ramp = SmallChip.RAMP.replace("v.mov x, #0 ?f", "v.mov x, #0 ?f\n s.mov r1, #7\n s.ld r2, x, r1");
        file = record(Detail.FULL, Long.MAX_VALUE, new SmallChip(ramp, SmallChip.SINK, 1));
        final SmallChip narrow = new SmallChip(ramp.replace("[8]", "[7]").replace(",17", ""), SmallChip.SINK, 1);
        final Outcome outcome = check(narrow);
        assertThat(outcome.equal()).isFalse();
        assertThat(outcome.first().core().path()).isEqualTo("core[0]");
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note).contains("its regions have changed"));
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note).contains("the run failed"));
        assertThat(OutcomeText.of(outcome)).startsWith("Different in cycle ");
    }

    @Test
    void shouldNoticeARunThatIsLongerOrShorter() {
        final Outcome longer = check(small(), SAMPLES + 1, Tolerances.NONE);
        assertThat(longer.equal()).isFalse();
        assertThat(longer.first().finding()).isIn(Finding.MORE, Finding.PACKET_UNEXPECTED);
        final Outcome shorter = check(small(), SAMPLES - 1, Tolerances.NONE);
        assertThat(shorter.equal()).isFalse();
        assertThat(shorter.first().finding()).isIn(Finding.MISSING, Finding.PACKET_LOST);
        assertThat(shorter.figures()).extracting(ResultDifference::name).contains("samples");
    }

    @Test
    void shouldFindTheWindowInWhichEventsDifferFromHashesAlone() {
        file = record(Detail.WINDOWS, 50, small());
        assertThat(check(small()).equal()).isTrue();
        final SmallChip faulty = small("drop-packet@400");
        final Divergence first = check(faulty).first();
        assertThat(first.finding()).isEqualTo(Finding.HASH);
        assertThat(first.core().path()).isEqualTo("core[15]");
        assertThat(first.mismatch().cycle()).isEqualTo(only(faulty).cycle() / 50 * 50);
    }

    @Test
    void shouldGoOnToTheEndWhenFiguresAreWithinTolerances() {
        final Outcome outcome = check(
                small("late-flit@400=3"),
                SAMPLES,
                Tolerances.parse("--tolerance", List.of("cycles=0.01", "events=0.01")));
        assertThat(outcome.equal()).isTrue();
        assertThat(outcome.first().finding()).isEqualTo(Finding.PACKET_LATE);
        assertThat(outcome.compared().samples()).isEqualTo(SAMPLES);
        assertThat(OutcomeText.of(outcome)).startsWith("Equal within the tolerances: ");
    }

    @Test
    void shouldNameFiguresThatExceedTheirTolerances() {
        final Outcome outcome =
                check(small("late-flit@400=30"), SAMPLES, Tolerances.parse("--tolerance", List.of("cycles=0.01")));
        assertThat(outcome.equal()).isFalse();
        assertThat(outcome.figures()).extracting(ResultDifference::name).contains("chip 0 cycles", "/0/cycles");
    }
}
