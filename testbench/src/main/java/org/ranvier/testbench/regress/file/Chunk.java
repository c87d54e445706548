package org.ranvier.testbench.regress.file;

import java.util.zip.CRC32;

/**
 * Where a chunk is.
 *
 * @param kind what it holds
 * @param owner which chip, or which stream, counted from 0
 * @param at its place in the file, behind its head
 * @param packed bytes in the file
 * @param length bytes that they hold
 * @param checksum CRC-32 of the bytes in the file
 */
record Chunk(ChunkKind kind, int owner, long at, int packed, int length, int checksum) {
    /** Bytes of a head: kind, owner, packed, length and checksum, then a checksum of these. */
    static final int HEAD = 6 * Integer.BYTES;

    /** @return CRC-32 of some bytes */
    static int checksum(final byte[] bytes, final int from, final int length) {
        final CRC32 checksum = new CRC32();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }
}
