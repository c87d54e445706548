package org.ranvier.core.asm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranvier.core.error.AssemblyException;
import org.ranvier.core.isa.PacketKinds;

/** Every complaint of the assembler, with its exact place; the caret {@code ^} stands before the offending token. */
class AssemblerErrorsTest {
    /** What the one-line sources of this test can name. */
    private static final String HEAD = ".param P=3 Q=0\n.reg t=r1\n.array W s16 [6][10]\n.mem u,v s32 [10]\n"
            + ".mem y s32 [6]\n.mem m s16 [2][10]\n.mem a,b bit [10]\n.mem rows bit [6]\n.mem bm bit [2][10]\n"
            + ".mem S s32 [10]\n.list q s16 [3]\n.list qq u8 [3] like q\n.list other s32 [3]\n";

    private static final String TAIL = "\nend\n";

    static Stream<Arguments> tokens() {
        return Stream.of(
                arguments("^@", "character '@' has no meaning here"),
                arguments("s.mov r0,#^12ab", "'12ab' is not a decimal or 0x number of 63 bits"),
                arguments(
                        "s.mov r0,#^0xfffffffffffffffff",
                        "'0xfffffffffffffffff' is not a decimal or 0x number of 63 bits"),
                arguments("s.mov r0,#1 ^2", "'s.mov' takes 2 operands, found '2'"),
                arguments("^5", "expected an instruction, found '5'"),
                arguments("^x.y", "unknown instruction"),
                arguments("^a.b: end", "a name is made of letters, digits and underscores"));
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments("s.mov r0,#P^/Q", "division by zero"),
                arguments("s.mov r0,#P^%Q", "division by zero"),
                arguments("s.mov r0,#1^<<64", "shift by 64 is not allowed, expected 0..62"),
                arguments("s.mov r0,#1^>>(0-1)", "shift by -1 is not allowed, expected 0..63"),
                arguments("s.mov r0,#(1<<62)^*4", "the result of '*' does not fit 64 bits"),
                arguments("s.mov r0,#^PP", "unknown parameter 'PP', did you mean 'P'?"),
                arguments("s.mov r0,#^*", "expected a number, a parameter, '-' or '(', found '*'"),
                arguments("s.mov r0,#(1^", "expected ')', found the end of the line"),
                arguments("s.mov r0,#^1<<31", "immediate 2147483648 is not allowed, expected -2147483648..2147483647"));
    }

    static Stream<Arguments> declarations() {
        return Stream.of(
                arguments("^.memo x s32 [3]", "unknown directive '.memo', did you mean '.mem'?"),
                arguments(".param ^P=4", "parameter 'P' is declared twice"),
                arguments(".param X ^4", "expected '=', found '4'"),
                arguments(".reg ^t=r2", "'t' is already the name of a register"),
                arguments(".reg ^r3=r2", "'r3' is already the name of a register"),
                arguments(".reg ^u=r2", "'u' is already the name of a region"),
                arguments(".reg z=^r16", "expected register r0..r15, found 'r16'"),
                arguments(".reg z=^key", "expected register r0..r15, found 'key'"),
                arguments(".mem ^u s32 [4]", "'u' is already the name of a region"),
                arguments(".mem ^key s32 [4]", "'key' is already the name of a register"),
                arguments(".mem x ^s33 [4]", "region type: s33 is not allowed, expected bit, s8, u8, s16 or s32"),
                arguments(".mem x s32^", "expected '[', found the end of the line"),
                arguments(".mem x s32 [^0]", "dimension 0 is not allowed, expected 1..16777216"),
                arguments(".mem x s32 [^(1<<24)+1]", "dimension 16777217 is not allowed, expected 1..16777216"),
                arguments(".mem x s32 ^[4097][4096]", "4097 x 4096 elements are too many"),
                arguments(".mem x s32 [4][4]^[4]", "expected the end of the line, found '['"),
                arguments(".array ^V s32 [4][4]", "a core has one synapse array"),
                arguments(".phase ^idle", "unknown energy phase 'idle'"),
                arguments(".probe p ^zz", "unknown region 'zz'"),
                arguments(".probe p u\n.probe ^p v", "probe 'p' already looks at another region"),
                arguments(".seed ^m 3", "region 'm' cannot hold random states, that takes s32"),
                arguments(".seed S 1\n.seed ^S 2", "region 'S' is seeded twice"),
                arguments(".seed S ^-1", "stream -1 is not allowed, expected 0..2147483647"),
                arguments(".data a 1,^2", "bit value 2 is not allowed, expected 0..1"),
                arguments(".data y 1,2,3\n.data ^y 1,2,3,4", "7 values are too many for s32 region 'y' of 1 x 6"),
                arguments(".list x ^bit [3]", "a list holds values, not bits"),
                arguments(".list x s8 ^[4] like q", "list 'q' has 3 rows, a list like it too"),
                arguments(".list x s8 [3] ^as q", "expected 'like' or the end of the line, found 'as'"),
                arguments(".list x s8 [3] like ^u", "'u' is no list"),
                arguments(".rows ^u 3", "'u' is no list"),
                arguments(".rows ^qq 3", "list 'qq' has the rows of 'q'"),
                arguments(".rows q ^-1", "length of a row -1 is not allowed, expected 0..16777216"),
                arguments(".rows ^q 1,2,3,4", "list 'q' has 3 rows and at most 16777216 elements, found 4 rows and 10"),
                arguments(
                        ".rows q 1,2\n.data ^q 1,2,3,4",
                        "4 values are too many for s16 list 'q' of 3 rows, 3 elements"),
                arguments(".seed ^other 3", "region 'other' cannot hold random states"),
                arguments(".data ^W 1", "the synapse array is loaded by the host, not by .data"));
    }

    static Stream<Arguments> handlers() {
        return Stream.of(
                arguments(".on ^sample x", "unknown event 'sample', expected SAMPLE, LOAD, PHASE0, PHASE1, PHASE2"),
                arguments(".on ^PHASE4 x", "unknown event 'PHASE4'"),
                arguments(".on LOAD ^nowhere", "undefined label 'nowhere'"),
                arguments("begin: s.mov r0,#1\n.on LOAD ^begn", "undefined label 'begn', did you mean 'begin'?"),
                arguments(".on LOAD ^= s.mov r0,#1", "only a packet kind can have an inline handler"),
                arguments(".on SPK = ^s.add r0,r0,pay", "an inline handler is one of s.mov, s.st, s.inc, v.add"),
                arguments(".on SPK = ^v.add u,u,v ?a", "an inline handler is one of"),
                arguments("x: s.mov r0,#0\n.on SPK x\n.on ^SPK x", "packet kind 'SPK' has two handlers"),
                arguments("x: s.mov r0,#0\n.on LOAD x\n.on ^LOAD x", "event 'LOAD' has two handlers"),
                arguments("x: s.mov r0,#0\n^x: s.mov r0,#0", "label 'x' is defined twice"),
                arguments("jmp ^nowhere", "undefined label 'nowhere'"),
                arguments("p.send ^spk,#0,#0", "'spk' is not a packet kind"),
                arguments("p.send ^DRAIN,#0,#0", "'DRAIN' is not a packet kind"));
    }

    static Stream<Arguments> operands() {
        return Stream.of(
                arguments("^v.ad u,u,v", "unknown instruction 'v.ad', did you mean 'v.add'?"),
                arguments("v.add u,v^", "'v.add' takes 3 operands and perhaps a predicate, found the end of the line"),
                arguments("v.add^", "'v.add' takes 3 operands and perhaps a predicate, found the end of the line"),
                arguments("end ^u", "'end' takes no operands, found 'u'"),
                arguments("v.add u,u,^w", "unknown region or register 'w'"),
                arguments("v.add u,u,m[^q]", "unknown register 'q', a register chooses the row or column"),
                arguments("v.add u,u,^u{t}", "'u' is no list, {register} chooses a row of a list"),
                arguments("v.add u,u,^q[t]", "'q' is a list, a row of it is q{register}"),
                arguments("v.add u,u,^q", "list 'q' has 3 rows: choose one with {register}"),
                arguments(
                        "v.add q{t},q{t},^other{t}",
                        "rows of lists in one instruction have one shape and one register"),
                arguments(
                        "v.add q{t},q{t},^qq{key}", "rows of lists in one instruction have one shape and one register"),
                arguments("v.add q{t},q{t},^m[:,t]", "beside a row of a list, expected a region of one row or a row"),
                arguments("v.add q{t},q{t},^other", "beside a row of a list, expected a region of one row or a row"),
                arguments("v.add q{t},q{t},u ?^a", "an instruction on rows of lists takes no predicate"),
                arguments("^c.gt a,q{t},u", "'c.gt' does not work on rows of lists"),
                arguments("^s.ld r0,q{t},#0", "'s.ld' does not work on rows of lists"),
                arguments("^p.eachv SPK,a,q{t}", "'p.eachv' does not work on rows of lists"),
                arguments("v.scadd u,^t,q{t}", "expected a region, row, column or list row, a scalar has no elements"),
                arguments("b.fill ^q{t},#0", "expected region or row of bits, found a row of s16 list 'q' of 3 rows"),
                arguments("v.gat q{t},^q,qq{t}", "'q' cannot be another operand of the instruction too"),
                arguments("v.add u,u,^u[t]", "region 'u' has no rows, it was declared with one dimension"),
                arguments(
                        "v.add u,u,^3",
                        "expected region, row, column or list row of values, register or immediate, found '3'"),
                arguments(
                        "v.add ^a,u,v",
                        "expected region, row, column or list row of values, found bit region 'a' of 1 x 10"),
                arguments("v.add ^t,u,v", "expected region, row, column or list row of values, found a register"),
                arguments(
                        "v.add u,u,^a",
                        "expected region, row, column or list row of values, register or immediate, found bit"),
                arguments("b.and a,^#1,b", "expected region or row of bits, found an immediate"),
                arguments(
                        "b.mov a,^bm[:,t]",
                        "expected region or row of bits, found a column of bit region 'bm' of 2 x 10"),
                arguments("b.mov ^m[t],a", "expected region or row of bits, found a row of s16 region 'm' of 2 x 10"),
                arguments("s.mov ^key,#1", "register 'key' is read-only"),
                arguments("s.mov ^ep,#1", "register 'ep' is read-only"),
                arguments("s.mov ^u,#1", "expected register r0..r15, found s32 region 'u' of 1 x 10"),
                arguments("s.mov r0,^u", "expected register or immediate, found s32 region 'u' of 1 x 10"),
                arguments("x.rnd u,S,^t", "expected immediate, found a register"),
                arguments("a.fwd u,^m,rows", "expected synapse array, found s16 region 'm' of 2 x 10"),
                arguments("a.fwd u,^W[t],rows", "expected synapse array, found a row of synapse array 'W' of 6 x 10"),
                arguments(
                        "v.gat u,^m,v",
                        "expected region with one row, row, column or list of values, found s16 region 'm' of 2 x 10"),
                arguments(
                        "v.gat u,^bm[t],v",
                        "expected region with one row, row, column or list of values, found a row of bit region"),
                arguments(
                        "x.rnd u,^m,#3", "expected s32 region or row of random states, found s16 region 'm' of 2 x 10"),
                arguments("r.sum r0,v ^?a", "'r.sum' takes no predicate"),
                arguments("v.mul u,u,v,#0 ^?a", "'v.mul' takes no predicate"),
                arguments("v.mov u,v ?^v", "expected region or row of bits, found s32 region 'v' of 1 x 10"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("v.add u,u,^y", "'y' has 6 elements here, but 'u' has 10"),
                arguments("v.mov u,v ?^rows", "'rows' has 6 elements here, but 'u' has 10"),
                arguments("v.mov u,^m[:,t]", "'m' has 2 elements here, but 'u' has 10"),
                arguments("v.add u,u,^m", "region 'm' has 2 rows: choose one with [register]"),
                arguments("v.mov ^m,#0 ?a", "region 'm' has 2 rows: choose one with [register]"),
                arguments("v.mov ^m,u", "region 'm' has 2 rows: choose one with [register]"),
                arguments("b.set ^bm,#0", "region 'bm' has 2 rows: choose one with [register]"),
                arguments("popb r0,^bm,x", "region 'bm' has 2 rows: choose one with [register]"),
                arguments("c.gt a,u,^y", "'y' has 6 elements here, but 'a' has 10"),
                arguments("b.or a,b,^rows", "'rows' has 6 elements here, but 'a' has 10"),
                arguments("v.gat u,S,^y", "'y' has 6 elements here, but 'u' has 10"),
                arguments("v.gat u,S,^t", "expected a region, row, column or list row, a scalar has no elements"),
                arguments("v.scadd S,u,^y", "'y' has 6 elements here, but 'u' has 10"),
                arguments("v.sca S,^t,y", "expected a region, row, column or list row, a scalar has no elements"),
                arguments("r.sum r0,^#3", "expected a region, row, column or list row, a scalar has no elements"),
                arguments("s.ld r0,^t,#3", "expected a region, row, column or list row, a scalar has no elements"),
                arguments("s.ld r0,u,^#10", "index 10 is not allowed, expected 0..9"),
                arguments("b.set rows,^#6", "index 6 is not allowed, expected 0..5"),
                arguments("s.st y,^#-1,#0", "index -1 is not allowed, expected 0..5"),
                arguments("b.tst r0,rows,^#6", "index 6 is not allowed, expected 0..5"),
                arguments("x.bern rows,^S,y,#8", "'S' has 10 elements here, but 'rows' has 6"),
                arguments("p.eachv SPK,a,^y", "'y' has 6 elements here, but 'a' has 10"),
                arguments("a.fwd ^y,W,rows", "'y' has 6 elements, but the synapse array has 10 columns"),
                arguments("a.fwd u,W,^a", "'a' has 10 elements, but the synapse array has 6 rows"),
                arguments("a.bwd ^u,W,a,b", "'u' has 10 elements, but the synapse array has only 6 rows"),
                arguments("a.bwd y,W,a,^rows", "'rows' has 6 elements, but the synapse array has 10 columns"),
                arguments("a.pulse W,^a,a,b", "'a' has 10 elements, but the synapse array has 6 rows"),
                arguments("a.pulse W,rows,^rows,b", "'rows' has 6 elements, but the synapse array has 10 columns"),
                arguments("a.fwdv u,W,^v,#20", "'v' has 10 elements, but the synapse array has 6 rows"),
                arguments("a.fwdv u,W,^t,#20", "expected a region, row, column or list row, a scalar has no elements"),
                arguments("a.bwdv ^u,W,v,#20", "'u' has 10 elements, but the synapse array has only 6 rows"),
                arguments("a.upd W,y,^y,t", "'y' has 6 elements, but the synapse array has 10 columns"),
                arguments("a.acc ^y,W,key", "'y' has 6 elements, but the synapse array has 10 columns"),
                arguments("a.acc u,W,^#6", "index 6 is not allowed, expected 0..5"));
    }

    static Stream<Arguments> access() {
        return Stream.of(
                arguments("s.ld r0,^m[:,t],#0", "expected a region or row, a column is out of reach here"),
                arguments("s.st ^m[:,t],#0,#0", "expected a region or row, a column is out of reach here"),
                arguments("s.inc ^m[:,t],#0,#0", "expected a region or row, a column is out of reach here"),
                arguments("a.fwd ^m[t],W,rows", "'m' is s16, the synapse array delivers s32"),
                arguments("a.acc ^m[t],W,key", "'m' is s16, the synapse array delivers s32"),
                arguments("a.bwd ^W[:,t],W,a,b", "expected a region or row, a column is out of reach here"),
                arguments("a.fwdv ^m[t],W,y,#20", "'m' is s16, the synapse array delivers s32"),
                arguments("a.upd ^W,y,W[t],t", "'W' cannot be another operand of the instruction too"),
                arguments("v.gat u,^u,v", "'u' cannot be another operand of the instruction too"),
                arguments("v.scadd ^u,v,u", "'u' cannot be another operand of the instruction too"),
                arguments("x.rnd S,^S,#3", "'S' cannot be another operand of the instruction too"),
                arguments("x.bern a,^S,S,#3", "'S' cannot be another operand of the instruction too"));
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                arguments("s.shl r0,r0,^#32", "shift 32 is not allowed, expected 0..31"),
                arguments("v.shr u,u,^#-1", "shift -1 is not allowed, expected 0..31"),
                arguments("v.leak.r u,v,^#32", "shift 32 is not allowed, expected 0..31"),
                arguments("v.mac u,u,v,^#64", "shift 64 is not allowed, expected 0..63"),
                arguments("a.fwdv u,W,y,^#64", "shift 64 is not allowed, expected 0..63"),
                arguments("x.rnd u,S,^#32", "number of random bits 32 is not allowed, expected 1..31"),
                arguments("x.bern a,S,u,^#0", "number of random bits 0 is not allowed, expected 1..31"),
                arguments("b.fill a,^#2", "bit 2 is not allowed, expected 0..1"),
                arguments("s.incm r0,^#0", "modulus 0 is not allowed, expected 1..2147483647"),
                arguments("p.send SPK,^#65536,#0", "key 65536 is not allowed, expected 0..65535"));
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                arguments("^.else", "'.else' without '.if'"),
                arguments("^.endif", "'.endif' without '.if'"),
                arguments(".if 1\n.else\n^.else\n.endif", "'.else' without '.if'"),
                arguments(".if 1\n^.if 0", "'.if' without '.endif'"),
                arguments(".if ^Z\n.endif", "unknown parameter 'Z'"),
                arguments(".if 1 ^2\n.endif", "expected the end of the line, found '2'"));
    }

    @ParameterizedTest
    @MethodSource({
        "tokens",
        "expressions",
        "declarations",
        "handlers",
        "operands",
        "shapes",
        "access",
        "ranges",
        "blocks"
    })
    void shouldPointAtTokenWhenSourceIsWrong(final String marked, final String problem) {
        final int caret = marked.indexOf('^');
        final String text = marked.substring(0, caret) + marked.substring(caret + 1);
        final int lineStart = text.lastIndexOf('\n', caret - 1) + 1;
        final int line = (HEAD + text.substring(0, lineStart)).split("\n", -1).length;

        final AssemblyException error = failure(HEAD + text + TAIL, Map.of());

        final int column = caret - lineStart + 1;
        assertThat(error).hasMessageStartingWith("bad.asm:" + line + ":" + column + ": " + problem);
        assertThat(error).hasMessageEndingWith(": " + text.substring(lineStart).split("\n")[0]);
        assertThat(error.file()).isEqualTo("bad.asm");
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isEqualTo(column);
    }

    @Test
    void shouldRefuseCodeThatFallsOffItsEnd() {
        assertThat(failure("end\n  s.mov r0,#1\n\n", Map.of()))
                .hasMessage("bad.asm:2:3: the code ends without end, bar, stop or jmp: s.mov r0,#1");
    }

    @Test
    void shouldRefuseHandlerWithoutCode() {
        assertThat(failure(".on LOAD tail\nend\ntail:\n", Map.of()))
                .hasMessage("bad.asm:1:10: no instruction follows label 'tail': .on LOAD tail");
    }

    @Test
    void shouldRefuseProbeWithoutInstruction() {
        assertThat(failure(".mem u s8 [3]\nend\n.probe after u\n", Map.of()))
                .hasMessage("bad.asm:3:8: no instruction follows probe 'after': .probe after u");
    }

    @Test
    void shouldRefuseArrayOfBits() {
        assertThat(failure(".array W bit [3][3]\n", Map.of()))
                .hasMessage("bad.asm:1:10: a synapse array holds values, not bits: .array W bit [3][3]");
    }

    @Test
    void shouldRefuseArrayOfOneDimension() {
        assertThat(failure(".array W s8 [3]\n", Map.of()))
                .hasMessage("bad.asm:1:16: expected '[', found the end of the line: .array W s8 [3]");
    }

    @Test
    void shouldRefuseSixtyFifthRegion() {
        final StringBuilder source = new StringBuilder(".mem m0");
        for (int i = 1; i < 64; i++) {
            source.append(",m").append(i);
        }
        source.append(" s8 [1]\n.mem one s8 [1]\n");

        assertThat(failure(source.toString(), Map.of()))
                .hasMessage("bad.asm:2:6: too many regions, an instruction can name 64: .mem one s8 [1]");
    }

    @Test
    void shouldRefuseWideConstantBeyondThePool() {
        final StringBuilder source = new StringBuilder();
        for (int i = 0; i < 2049; i++) {
            source.append("s.mov r0,#").append(5000 + i).append('\n');
        }
        source.append("end\n");

        assertThat(failure(source.toString(), Map.of()))
                .hasMessageStartingWith("bad.asm:2049:1: too many wide constants, the pool holds 2048");
    }

    @Test
    void shouldRefuseSixtyFifthPacketKind() {
        final StringBuilder source = new StringBuilder();
        for (int i = 0; i < 65; i++) {
            source.append("p.send K").append(i).append(",#0,#0\n");
        }
        source.append("end\n");

        assertThat(failure(source.toString(), Map.of()))
                .hasMessageStartingWith("bad.asm:65:8: packet kind: K64 is not allowed, expected at most 64 kinds");
    }

    @Test
    void shouldRefuseValueForUndeclaredParameter() {
        assertThat(failure(".param NOUT=3\nend\n", Map.of("NUOT", 4L)))
                .hasMessage("bad.asm:1:1: no .param declares 'NUOT', which was given a value, did you mean 'NOUT'?:"
                        + " .param NOUT=3");
    }

    private static AssemblyException failure(final String source, final Map<String, Long> parameters) {
        return catchThrowableOfType(
                AssemblyException.class, () -> Assembler.assemble("bad.asm", source, parameters, new PacketKinds()));
    }
}
