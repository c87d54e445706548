package org.ranvier.testbench.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;

/** SHA-256 hashes of what a run reads: its images or spikes, and the files that its command names. */
public final class Inputs {
    private final Map<String, String> hashes = new LinkedHashMap<>();

    /** Nothing so far. */
    public Inputs() {}

    /**
     * Adds images with their labels, and their spikes in time if they have any.
     *
     * @param images the set
     * @return this
     */
    public Inputs images(final ImageSet images) {
        final MessageDigest digest = Sha256.begin();
        for (int image = 0; image < images.count(); image++) {
            digest.update(images.pixels(), images.offset(image), images.imageSize());
            digest.update((byte) images.label(image));
            if (images instanceof SpikeSet spikes) {
                add(spikes.spikes(image), digest);
            }
        }
        hashes.put(images.name() + " images", HexFormat.of().formatHex(digest.digest()));
        return this;
    }

    private static void add(final int[][] steps, final MessageDigest digest) {
        for (final int[] step : steps) {
            final ByteBuffer bytes = ByteBuffer.allocate((1 + step.length) * Integer.BYTES);
            bytes.putInt(step.length).asIntBuffer().put(step);
            digest.update(bytes.array());
        }
    }

    /**
     * Adds a file.
     *
     * @param option the option that names it
     * @param file the file
     * @return this
     * @throws ConfigurationException when it cannot be read
     */
    public Inputs file(final String option, final Path file) {
        try {
            final byte[] content = Files.readAllBytes(file);
            hashes.put(option + " " + file, HexFormat.of().formatHex(Sha256.of(content, 0, content.length)));
        } catch (final IOException e) {
            throw new ConfigurationException(option + ": " + file + " cannot be read: " + e.getMessage(), e);
        }
        return this;
    }

    /** @return what was added, with its hashes */
    public Map<String, String> hashes() {
        return Collections.unmodifiableMap(hashes);
    }
}
