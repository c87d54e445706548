package org.ranvier.core.asm;

/** The fixed text of the reference page. */
final class IsaProse {
    static final String MACHINE = """
            # The instruction set

            This page is generated from the instruction table that the assembler, the interpreter, timing and energy read;
            a test compares it with the table and rewrites it when run with `-Dranvier.docs=write`.

            ## 1. Machine

            A core runs *handlers*: code that a barrier event or a packet starts and that runs to its `end` or `bar`. It sees
            its registers, its regions of local memory, its synapse array and the packet in hand, and nothing else.

            **Registers** are signed, 32 bit, and keep their values between handlers. `key`, `pay` and `ep` are read-only: key,
            payload and tick parity (0 or 1) of the packet in hand. So is `sid`, the sample under way modulo 4, or -1 once the
            core has closed it.

            **Cutting a sample short.** `close` makes the core drop packets of its sample, and count them, until the next SAMPLE;
            packets that already wait for a handler are still served. `stop` ends the sample for all: what it says travels to the
            root with its arrival, and DRAIN follows the tick.

            **Regions** are named pieces of local memory with one element type and one or two dimensions. A **list** is a region
            whose rows have lengths of their own: compressed sparse rows with implied pointers, of 16 bits each if they can hold
            the number of elements and of 32 otherwise. Lists declared `like` another share its pointers.
            """;

    static final String ARITHMETIC = """
            ## 2. Arithmetic

            - *Saturation.* Lanes and the scalar unit compute in 32 bit and saturate; a write to a region saturates once more
              to the region's type. Nothing wraps.
            - *Products* have 64 bit until they are shifted.
            - *Rounding.* Right shifts floor. The suffix `.r` rounds half up: 2^(b-1) is added before a shift by b > 0. `s.div`
              rounds towards zero.
            - *Broadcast.* A register or an immediate among the vector sources stands for every element.
            - *Lengths.* The vectors of one instruction have the same number of elements. Tables and arrays are exempt: `v.gat`
              wants as many indices as results, the scatters as many indices as values. `a.fwd` and `a.pulse`
              drive one bit per row and column; the result of `a.bwd` and `a.bwdv` may be shorter than the array has rows,
              which leaves the last rows out.
            - *Values and the array.* `a.fwdv` and `a.bwdv` drive lines with integers in units of 2^-k, and `a.upd` takes both
              vectors and the rate in Q20; a positive product raises a weight. An SRAM array sums products of 64 bit with
              saturation, floors the shift and saturates the result; its update is the exact product, rounded half up, once
              a weight. A crossbar does what its converters, devices and pulse generators do, in data-dependent time.
            - *Predication.* `?m` runs the elements whose bit is set in `m`, `?!m` those whose bit is clear. The others keep
              their value; in the result of a compare their bits become 0.
            - *Aliasing.* A destination may also be a source: each element is read before it is written. A table or a region
              of random states may not be another operand of the instruction too.
            - *Reach.* `s.ld`, `s.st` and `s.inc` take a region or row, not a column. Results of the array are regions or rows
              of type s32.
            - *Whole regions.* `b.fill`, and `v.mov` of a scalar without a predicate, fill a region of several rows at once.
              Everything else works on a region of one row, on a row or on a column.
            - *Lists.* `v.`, `r.` and `x.rnd` instructions take rows of lists, all of them of lists of one shape and chosen by one
              register: the row's length is the number of elements. A region of one row or a row beside them is used from element
              0 and is at least as long as the longest row; its other elements keep their values. There is no predicate. In
              an empty row, the sum is 0, the largest and the second largest value are -2147483648 at index 0. As a
              table, a list is all of its rows one behind the other, and `v.mov` of a scalar fills it.
            - *Indices* out of range stop the run as a defect of the program.
            """;

    static final String INSTRUCTIONS = """
            ## 3. Instructions

            In the tables, *meaning* calls the destination d and the sources a, b and c in order, k an immediate. *predicate*
            marks instructions that take `?m`, *inline* those that can be inline handlers.
            """;

    static final String ENCODING = """
            ## 4. Encoding

            An instruction is a word of 64 bits. Bit n negates the predicate, which sits in operand 3.

            ```
              63  62         56 55          42 41          28 27          14 13           0
             +---+-------------+--------------+--------------+--------------+--------------+
             | n |   opcode    |  operand 0   |  operand 1   |  operand 2   |  operand 3   |
             +---+-------------+--------------+--------------+--------------+--------------+

              13    11 10                0          13    11 10        5 4         0
             +--------+-------------------+        +--------+-----------+-----------+
             |  kind  | immediate or pool |   or   |  kind  |  region   | register  |
             +--------+-------------------+        +--------+-----------+-----------+
            ```
            """;

    static final String LANGUAGE = """
            ## 5. Assembly language

            One statement a line; `;` begins a comment. Names are letters, digits and underscores, case matters. Parameters,
            registers and regions are declared before they are used, labels anywhere.

            ```
            label: mnemonic operand,operand,... ?mask      ; any number of labels, also on a line of their own
            ```

            | operand | syntax |
            |---|---|
            | immediate | `#expression` |
            | register | `r0`..`r15`, an alias, `key`, `pay`, `ep`, `sid` |
            | region | `name` |
            | row, column | `name[register]`, `name[:,register]`, of a region declared with two dimensions |
            | row of a list | `name{register}` |
            | label, packet kind | `name`; kinds in upper case |

            **Expressions** are integers in 64 bit: decimal and `0x` numbers, parameters, parentheses, unary minus, and from the
            strongest `* / %`, `+ -`, `<< >>`, `< > <= >=`, `== !=`, `&&`, `||`; comparisons and logic give 0 or 1.

            | directive | meaning |
            |---|---|
            | `.param NAME=expr ...` | parameters with defaults; whoever loads the program may give other values |
            | `.reg name=rN ...` | register aliases |
            | `.mem name,... type [R][C]` or `[C]` | regions of one shape |
            | `.array name type [R][C]` | the synapse array, at most one |
            | `.list name,... type [R]` | lists of R rows, empty so far |
            | `.list name,... type [R] like other` | lists that share the rows of another |
            | `.rows list n,n,...` | lengths of the list's next rows; whoever loads the program may give all of them instead |
            | `.if expr` `.else` `.endif` | assembles a block when the expression is not 0; may be nested |
            | `.on EVENT label` | code to run on a barrier event |
            | `.on KIND label` | code to run on a packet; any upper-case name that is no event is a packet kind |
            | `.on KIND = instruction` | an inline handler: the receive unit executes it without the sequencer |
            | `.phase name` | energy phase of what follows: forward, backward, update, communication or control (at first) |
            | `.probe NAME region` | monitors may look at the region here, before the next instruction; costs nothing |
            | `.seed region stream [first]` | lane i of the region, counted row by row, starts in the state of lane first + i of a random stream |
            | `.data region v,v,...` | initial contents, row by row; more lines append, the rest is 0 |

            A core whose program has no handler for an event arrives at the next barrier by itself. The code ends with `end`,
            `bar`, `stop` or `jmp`.
            """;

    static final String EXAMPLE = """
            ; leaky integrate-and-fire neurons, input currents landing by packet parity
            .param N=100 TH=4096 LEAK=4
            .reg rd=r1
            .mem in s16 [2][N]
            .mem u s16 [N]
            .mem fired bit [N]
            .on SPK = s.inc in[ep],key,pay
            .on SAMPLE begin
            .on PHASE0 tick
            begin: v.mov u,#0
             v.mov in,#0
             end
            .phase forward
            tick: v.srs u,u,#LEAK
             v.add u,u,in[rd]
             v.mov in[rd],#0
             c.ge fired,u,#TH
             v.mov u,#0 ?fired
             p.each SPK,fired
             s.incm rd,#2
             bar
            """;

    private IsaProse() {}
}
