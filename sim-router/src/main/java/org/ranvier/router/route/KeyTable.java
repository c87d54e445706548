package org.ranvier.router.route;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;

/**
 * The ternary table of one router: the first entry with {@code (key & mask) == value} gives the output ports.
 *
 * <p>This is the table of SpiNNaker's multicast router.
 */
public final class KeyTable {
    /** Ports of a key that no entry matches. */
    public static final int NO_MATCH = -1;

    private final String name;
    private final int capacity;
    private int[] values = new int[16];
    private int[] masks = new int[16];
    private int[] ports = new int[16];
    private int size;

    /**
     * @param name the router, for messages
     * @param capacity entries that fit, 1..65536
     */
    public KeyTable(final String name, final int capacity) {
        this.name = name;
        this.capacity = ConfigurationException.checkRange("table capacity", capacity, 1, 1 << 16);
    }

    /**
     * Appends an entry; earlier entries win.
     *
     * @param value what the masked key must equal
     * @param mask bits of the key that count
     * @param outputs output ports, one bit each; 0 drops the packet
     * @throws MappingException when the table is full
     * @throws ConfigurationException when {@code value} has bits outside {@code mask}, so that nothing could match
     */
    public void add(final int value, final int mask, final int outputs) {
        if ((value & ~mask) != 0) {
            throw ConfigurationException.of(
                    name + " value",
                    "0x" + Integer.toHexString(value),
                    "no bits outside mask 0x" + Integer.toHexString(mask));
        }
        if (size == capacity) {
            throw new MappingException(
                    name + ": " + (size + 1) + " table entries overflow the " + capacity + " that fit");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            masks = Arrays.copyOf(masks, 2 * size);
            ports = Arrays.copyOf(ports, 2 * size);
        }
        values[size] = value;
        masks[size] = mask;
        ports[size++] = outputs;
    }

    /** @return entries in use */
    public int size() {
        return size;
    }

    /** @return entries that fit */
    public int capacity() {
        return capacity;
    }

    /**
     * Looks a key up.
     *
     * @param key the key
     * @return the output ports of the first match, or {@link #NO_MATCH}
     */
    public int lookUp(final int key) {
        for (int entry = 0; entry < size; entry++) {
            if ((key & masks[entry]) == values[entry]) {
                return ports[entry];
            }
        }
        return NO_MATCH;
    }
}
