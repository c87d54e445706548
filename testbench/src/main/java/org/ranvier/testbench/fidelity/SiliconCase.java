package org.ranvier.testbench.fidelity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.ranvier.testbench.energy.Census;
import org.ranvier.testbench.energy.ChipPart;

/**
 * One published measurement and what the chip did in it.
 *
 * @param name short and unique
 * @param profile the energy profile that has to meet the published value
 * @param shortcut another profile, often a quoted average taken for a constant, to see what it would say; may be absent
 * @param relation how the value is related to the profile's numbers
 * @param census what happened
 * @param seconds how long the parts were on, in s, at least 0
 * @param parts parts with static power
 * @param tiles tiles that took part in a barrier; 1 where it does not matter
 * @param quantity what is compared
 * @param published the published value, above 0, in {@code unit}
 * @param unit its unit, e.g. {@code uW}
 * @param boundPercent largest deviation allowed, in percent of the published value. An error is rounded to the decimals of this
 *     number before it is compared and printed
 * @param source who published it
 * @param note where the census comes from
 */
public record SiliconCase(
        String name,
        String profile,
        Optional<String> shortcut,
        Relation relation,
        Census census,
        double seconds,
        Map<ChipPart, Integer> parts,
        int tiles,
        Quantity quantity,
        double published,
        String unit,
        BigDecimal boundPercent,
        String source,
        String note) {}
