/**
 * From the text of a core program to a {@link org.ranvier.core.isa.Program} and back, and the pages printed from either.
 *
 * <p>Data flows one way: {@code Lexer} (line to tokens), {@code InstructionParser} and {@code Directives} (tokens to
 * drafts and declarations), {@code SignatureRules}, {@code ShapeRules}, {@code AccessRules} and {@code ImmediateRange} (what the instruction
 * table allows), {@code Linker} (labels, constant pool, words). {@code Disassembler}, {@code Listing} and
 * {@code IsaReference} print. Every complaint is an {@link org.ranvier.core.error.AssemblyException} at the offending token.
 *
 * <p>Depends on {@code isa}, {@code memory}, {@code packet}, {@code energy} and {@code error}. An assembly is confined to one thread.
 */
package org.ranvier.core.asm;
