package org.ranvier.core.asm;

/**
 * What {@code .on} binds to an event or a packet kind: a label or an inline instruction.
 *
 * @param label the label's name, or null
 * @param inline the instruction, or null
 */
record Binding(Token label, Draft inline) {}
