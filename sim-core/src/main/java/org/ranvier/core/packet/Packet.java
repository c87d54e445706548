package org.ranvier.core.packet;

/**
 * Layout of a packet, one flit of 64 bits that lives in a {@code long}.
 *
 * <pre>
 *   63      58 57      52 51  50 49  48 47            32 31                             0
 *  +----------+----------+------+------+----------------+--------------------------------+
 *  | reserved |   kind   |sample|epoch |      key       |            payload             |
 *  +----------+----------+------+------+----------------+--------------------------------+
 * </pre>
 *
 * <ul>
 *   <li><b>kind</b>: which handler of the receiving core serves it, 0..{@value #MAX_KIND};
 *   <li><b>sample</b>: sample id modulo 4, so that packets of a sample that was cut short can be told apart;
 *   <li><b>epoch</b>: tick modulo 4 in which it was sent; its lowest bit is the parity that programs see as {@code ep};
 *   <li><b>key</b>: unsigned 16 bit, an index in the receiver's terms (the route table rewrites it);
 *   <li><b>payload</b>: signed 32 bit.
 * </ul>
 *
 * <p>Where a packet goes is not in the word: the sender's route table turns (kind, key) into a route of the fabric.
 */
public final class Packet {
    /** The largest packet kind. */
    public static final int MAX_KIND = 63;

    /** The largest key. */
    public static final int MAX_KEY = 0xFFFF;

    /** Header and payload bits that travel on a link. */
    public static final int BITS = 58;

    private static final int KEY_SHIFT = 32;
    private static final int EPOCH_SHIFT = 48;
    private static final int SAMPLE_SHIFT = 50;
    private static final int KIND_SHIFT = 52;

    private Packet() {}

    /**
     * Packs the fields.
     *
     * @param kind 0..63
     * @param sample taken modulo 4
     * @param epoch taken modulo 4
     * @param key 0..65535
     * @param payload any int
     * @return the packet
     */
    public static long of(final int kind, final int sample, final int epoch, final int key, final int payload) {
        assert kind >= 0 && kind <= MAX_KIND && key >= 0 && key <= MAX_KEY;
        return (long) kind << KIND_SHIFT
                | (long) (sample & 3) << SAMPLE_SHIFT
                | (long) (epoch & 3) << EPOCH_SHIFT
                | (long) key << KEY_SHIFT
                | payload & 0xFFFFFFFFL;
    }

    /** @return the kind, 0..63 */
    public static int kind(final long packet) {
        return (int) (packet >>> KIND_SHIFT) & MAX_KIND;
    }

    /** @return the sample id modulo 4 */
    public static int sample(final long packet) {
        return (int) (packet >>> SAMPLE_SHIFT) & 3;
    }

    /** @return a sample's number as packets carry it, modulo 4 */
    public static int sampleId(final int sample) {
        return sample & 3;
    }

    /**
     * Tells whether a packet belongs to a sample before another one; ids wrap, so of four samples the two after count as later.
     *
     * @param packet the packet
     * @param sample number of the sample to compare with
     * @return true when it is older
     */
    public static boolean isOlder(final long packet, final int sample) {
        return (sample(packet) - sample & 3) >= 2;
    }

    /** @return the tick modulo 4 in which the packet was sent */
    public static int epoch(final long packet) {
        return (int) (packet >>> EPOCH_SHIFT) & 3;
    }

    /** @return the key, 0..65535 */
    public static int key(final long packet) {
        return (int) (packet >>> KEY_SHIFT) & MAX_KEY;
    }

    /** @return the payload */
    public static int payload(final long packet) {
        return (int) packet;
    }
}
