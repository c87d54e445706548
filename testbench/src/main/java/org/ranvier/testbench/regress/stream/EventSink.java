package org.ranvier.testbench.regress.stream;

import org.ranvier.testbench.regress.operand.Operands;

/** Takes the events of one stream. */
public interface EventSink {
    /**
     * Takes an event.
     *
     * @param event the event, which will be filled again
     * @param instruction what it is about, or null; its readers can be read now
     */
    void accept(Event event, Operands instruction);
}
