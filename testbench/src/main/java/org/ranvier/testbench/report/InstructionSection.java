package org.ranvier.testbench.report;

/** Instructions by mnemonic and phase: how often, how long, for how much. */
final class InstructionSection {
    private InstructionSection() {}

    static String of(final RunFiles files) {
        final Table table = new Table("instruction", "phase", "executions", "cycles", "energy");
        for (int i = 0; i < files.data().path("instructions").size(); i++) {
            final String at = Figure.DATA + "/instructions/" + i;
            table.row(
                    "<code>" + Figure.plain(files, at + "/op") + "</code>",
                    Figure.plain(files, at + "/phase"),
                    Figure.plain(files, at + "/count"),
                    Figure.plain(files, at + "/cycles"),
                    Figure.quantity(files, at + "/energy_j", "J"));
        }
        return "<p>All cores. " + Window.of(files).note()
                + " Under communication, what serves packets as they arrive. Energy is that of decoding, lanes, local memory and random draws; synapse arrays,"
                + " packets and leakage are above. Cycles leave waiting and array time out.</p>"
                + table.html();
    }
}
