package org.ranvier.core.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;

/** The steps of a sample, as the programs ask for them. */
class SampleSequencerTest {
    private static Program program(final String event) {
        return Assembler.assemble("p", ".on " + event + " go\ngo: bar\n", Map.of(), new PacketKinds());
    }

    private static List<CoreEvent> steps(final int ticks, final Program... programs) {
        final SampleSequencer sequencer = SampleSequencer.of(List.of(programs));
        sequencer.begin(ticks);
        final List<CoreEvent> steps = new ArrayList<>();
        for (int event = sequencer.next(0); event != SampleSequencer.HALT; event = sequencer.next(0)) {
            steps.add(CoreEvent.values()[event]);
        }
        return steps;
    }

    @Test
    void shouldEndWithDrainWhenNobodyHandlesUpdate() {
        assertThat(steps(1, program("SAMPLE")))
                .containsExactly(CoreEvent.SAMPLE, CoreEvent.LOAD, CoreEvent.PHASE0, CoreEvent.DRAIN);
    }

    @Test
    void shouldUpdateOnceAfterDrainWhenAnyProgramHandlesIt() {
        assertThat(steps(2, program("PHASE1"), program("UPDATE")))
                .containsExactly(
                        CoreEvent.SAMPLE,
                        CoreEvent.LOAD,
                        CoreEvent.PHASE0,
                        CoreEvent.PHASE1,
                        CoreEvent.PHASE0,
                        CoreEvent.PHASE1,
                        CoreEvent.DRAIN,
                        CoreEvent.UPDATE);
    }
}
