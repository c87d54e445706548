package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;

final class EventWindowTest {
    private static final EventKind READ = new EventKind("memory.read_word", "memory", "one word");
    private static final EventKind WRITE = new EventKind("memory.write_word", "memory", "one word");

    @Test
    void shouldAddUpOnlyWhatHappensInsideWhenOpenedTwice() {
        final Ledger ledger = new Ledger();
        final LedgerRow row = ledger.open("core[0]", EnergyPhase.FORWARD, READ, WRITE);
        row.counts()[0] = 100;
        final EventWindow window = new EventWindow(ledger);
        window.open();
        row.counts()[0] += 5;
        window.close();
        row.counts()[0] += 1000;
        row.counts()[1] += 1000;
        window.open();
        row.counts()[0] += 2;
        row.counts()[1] += 3;
        window.close();
        final LedgerRow sum = window.sum().rows().get(0);
        assertThat(sum.counts()).containsExactly(7, 3);
        assertThat(sum.component()).isEqualTo("core[0]");
        assertThat(sum.phase()).isEqualTo(EnergyPhase.FORWARD);
        assertThat(sum.kinds()).containsExactly(READ, WRITE);
    }
}
