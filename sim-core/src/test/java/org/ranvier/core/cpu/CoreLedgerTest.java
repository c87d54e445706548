package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.energy.EnergyPhase;

/** The ledger of two ticks, counted by hand. */
class CoreLedgerTest {
    private static final String SOURCE = """
            .mem u s32 [40]        ; 20 words
            .mem s bit [40]
            .mem in bit [3]
            .array W s16 [3][40]   ; a row: 10 words
            .on PHASE0 tick
            tick: b.fill in, #1
            .phase forward
                  a.fwd  u, W, in
                  c.ge   s, u, #0
            .phase communication
                  p.each K, s
            .phase control
                  bar
            """;

    private final TestChip chip = new TestChip(CoreSpec.DEFAULT);
    private Core core;

    @BeforeEach
    void run() {
        core = chip.add(SOURCE, chip.route(new RouteTable(), "K", 0, TestChip.host()));
        chip.chip.runSample(2);
    }

    private long count(final EnergyPhase phase, final String event) {
        return chip.count("core[0]", phase, event);
    }

    @Test
    void shouldCountExecutionsByAddress() {
        for (int address = 0; address < 5; address++) {
            assertThat(core.executions(address)).isEqualTo(2);
        }
        assertThat(core.packetsSent()).isEqualTo(80);
    }

    @Test
    void shouldBookInstructionsUnderTheirPhase() {
        // b.fill and bar.
        assertThat(count(EnergyPhase.CONTROL, "sequencer.instruction")).isEqualTo(4);
        assertThat(count(EnergyPhase.CONTROL, "sequencer.scalar_op")).isEqualTo(2);
        assertThat(count(EnergyPhase.CONTROL, "sequencer.dispatch")).isEqualTo(2);
        assertThat(count(EnergyPhase.CONTROL, "lanes.alu_op")).isEqualTo(2);
        assertThat(count(EnergyPhase.CONTROL, "memory.read_word")).isEqualTo(4);
        assertThat(count(EnergyPhase.CONTROL, "memory.write_word")).isEqualTo(2);
        // a.fwd reads in and writes u, c.ge reads u and writes s.
        assertThat(count(EnergyPhase.FORWARD, "sequencer.instruction")).isEqualTo(4);
        assertThat(count(EnergyPhase.FORWARD, "lanes.alu_op")).isEqualTo(80);
        assertThat(count(EnergyPhase.FORWARD, "memory.read_word")).isEqualTo(2 * (2 + 21));
        assertThat(count(EnergyPhase.FORWARD, "memory.write_word")).isEqualTo(2 * (20 + 1));
        assertThat(count(EnergyPhase.FORWARD, "queue.push")).isZero();
    }

    @Test
    void shouldBookPacketsUnderCommunication() {
        assertThat(count(EnergyPhase.COMMUNICATION, "sequencer.instruction")).isEqualTo(2);
        assertThat(count(EnergyPhase.COMMUNICATION, "memory.read_word")).isEqualTo(4);
        // Into the out-queue and out of it.
        assertThat(count(EnergyPhase.COMMUNICATION, "queue.push")).isEqualTo(80);
        assertThat(count(EnergyPhase.COMMUNICATION, "queue.pop")).isEqualTo(80);
    }

    @Test
    void shouldBookTheArrayUnderThePhaseOfItsInstruction() {
        assertThat(chip.count("core[0].array", EnergyPhase.FORWARD, "sram.read_word"))
                .isEqualTo(2 * 3 * 10);
        assertThat(chip.count("core[0].array", EnergyPhase.FORWARD, "sram.synaptic_op"))
                .isEqualTo(2 * 3 * 40);
        assertThat(chip.count("core[0].array", EnergyPhase.UPDATE, "sram.write_word"))
                .isZero();
    }

    @Test
    void shouldNotCountTwiceWhenReadTwice() {
        chip.ledger.rows();

        assertThat(count(EnergyPhase.COMMUNICATION, "queue.push")).isEqualTo(80);
    }
}
