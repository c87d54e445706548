package org.ranvier.testbench.rpu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Devices, updates, reads, compounds and wires against IBM aihwkit and CrossSim, at a size that does not take long; bounds grow as samples
 * shrink, and {@link Comparison#about} states them with their false-alarm rates. {@code ./ranvier rpu validate} takes the full size.
 */
final class ComparisonsTest {
    @ParameterizedTest
    @CsvSource({
        "response, 9000, 128, 100, 2, 3",
        "outer-product, 2240, 64, 3000, 2, 1",
        "forward, 1100, 64, 100, 6, 3",
        "pcm-pair, 699, 4096, 100, 2, 1",
        "transfer, 111, 1024, 100, 2, 1",
        "ageing, 95, 4096, 100, 2, 3",
        "pcm-noise, 1007, 192, 100, 2, 3",
        "wires, 47, 64, 100, 2, 1"
    })
    void shouldStayWithinBoundsWhenComparedWithTheReference(
            final String name,
            final int atLeast,
            final int devices,
            final int updates,
            final int reads,
            final int seeds)
            throws URISyntaxException {
        final Comparison comparison = Comparisons.named(List.of(name)).get(0);
        final ReferenceData data = new ReferenceData(Path.of(ComparisonsTest.class
                        .getResource("transfer_tikitaka.csv")
                        .toURI())
                .getParent());
        final Findings findings = new Findings();
        comparison
                .runs(
                        data,
                        new Effort(
                                devices,
                                updates,
                                reads,
                                LongStream.rangeClosed(1, seeds).boxed().toList()),
                        findings)
                .forEach(Runnable::run);
        assertThat(findings.exceeded()).isEmpty();
        assertThat(findings.worst().stream().mapToInt(Finding::compared).sum()).isGreaterThan(atLeast);
    }
}
