package org.ranvier.testbench.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** Where a progress bar is drawn: one line of a terminal, which is blank again when the bar is done. */
final class ErasedBar extends ConsoleProgressBarConsumer {
    private final PrintStream terminal;
    private final int width;

    /**
     * @param terminal the terminal
     * @param width columns that the bar takes
     */
    ErasedBar(final PrintStream terminal, final int width) {
        super(terminal, width);
        this.terminal = terminal;
        this.width = width;
    }

    @Override
    public void close() {
        terminal.print("\r" + " ".repeat(width) + "\r");
        terminal.flush();
    }
}
