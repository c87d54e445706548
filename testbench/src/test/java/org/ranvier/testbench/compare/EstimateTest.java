package org.ranvier.testbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Means, and what is left out of them. */
final class EstimateTest {
    private static RuleRun run(final String rule, final double accuracy) {
        return new RuleRun(rule, 1, new RuleFigures(accuracy, new Footprint(3, 10, 20, 5), null, null), null);
    }

    @Test
    void shouldDivideTheSampleDeviationByTheRootOfTheCount() {
        final Estimate estimate = Estimate.of(1, 2, 3, 4);
        assertThat(estimate.mean()).isEqualTo(2.5);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(5.0 / 3) / 2, within(1e-15));
        assertThat(estimate.count()).isEqualTo(4);
    }

    @Test
    void shouldHaveNoErrorOfOneValueAndNoMeanOfNone() {
        assertThat(Estimate.of(7).mean()).isEqualTo(7);
        assertThat(Estimate.of(7).standardError()).isNaN();
        assertThat(Estimate.of().mean()).isNaN();
        assertThat(Estimate.of().standardError()).isNaN();
    }

    @Test
    void shouldLeaveOutFailedRunsAndValuesThatARuleDoesNotHave() {
        final Comparison comparison = new Comparison(List.of(
                run("a", 0.5), new RuleRun("a", 2, null, "too large, it says \"no\""), run("b", 1), run("a", 1)));
        assertThat(comparison.rules()).containsExactly("a", "b");
        assertThat(comparison.estimate("a", Column.ACCURACY)).isEqualTo(new Estimate(0.75, 0.25, 2));
        assertThat(comparison.estimate("a", Column.BYTES_PER_SYNAPSE).mean()).isEqualTo(2.5);
        assertThat(comparison.estimate("a", Column.ENERGY_PER_UPDATE_J).count()).isZero();
        assertThat(comparison.failures()).hasSize(1);
        assertThat(ComparisonPlot.svg(comparison, "nothing to draw")).isNull();
    }

    @Test
    void shouldQuoteErrorsInCsv() {
        final String csv = ComparisonFiles.runs(
                new Comparison(List.of(new RuleRun("a --b 1,2", 2, null, "too large, it says \"no\""))));
        assertThat(csv.lines().skip(1))
                .containsExactly("\"a --b 1,2\",2" + ",".repeat(Column.values().length + 1)
                        + "\"too large, it says \"\"no\"\"\"");
    }
}
