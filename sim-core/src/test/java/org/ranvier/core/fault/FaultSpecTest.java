package org.ranvier.core.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;

/** How faults are written. */
class FaultSpecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "flip-bit@0",
                "flip-bit@20000:core[3].w[12,5].bit4",
                "flip-bit@20000:core[3].u[7]",
                "flip-bit@1:core[3].u",
                "flip-bit@1:core[3]",
                "flip-bit~0.001:core[3]",
                "drop-packet@99:SPK",
                "drop-packet@99:core[0].SPK",
                "drop-packet~0.25:host",
                "late-flit@5=7",
                "late-flit@5:core[1]",
                "corrupt-packet@5:host.WIN=bit47",
                "stuck-device~0.01=min",
                "stuck-device@7:core[2].array[4,5]=max",
                "dead-row@7:core[2].array[4]",
                "dead-column@7:core[2].array[*,4]",
                "dead-core@100:core[15]",
                "dead-core~1e-8"
            })
    void shouldWriteWhatItReads(final String text) {
        assertThat(FaultSpec.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dead-row@7:core[2].array[4,9]; dead-row@7:core[2].array[4]",
                "dead-column@7:core[2].array[4,9]; dead-column@7:core[2].array[*,9]",
                "dead-column@7:core[2].array[9]; dead-column@7:core[2].array[*,9]",
                "late-flit@5=16; late-flit@5",
                "stuck-device@5=present; stuck-device@5",
                "drop-packet~1e-3; drop-packet~0.001"
            })
    void shouldNormalise(final String text, final String normal) {
        assertThat(FaultSpec.parse(text)).hasToString(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flipbit@3; did you mean 'flip-bit'?",
                "flip-bit; KIND@CYCLE",
                "flip-bit@; KIND@CYCLE",
                "flip-bit@-1; a whole number of 0 or more",
                "flip-bit@x; a whole number of 0 or more",
                "flip-bit~1.5; a number in 0..1",
                "flip-bit~NaN; a number in 0..1",
                "flip-bit@3:host; core[N].REGION",
                "flip-bit@3:w[1]; core[N].REGION",
                "flip-bit@3=min; no '='",
                "drop-packet@3:core[1].SPK[2]; host.KIND",
                "dead-core@3:core[1].x; expected core[N]",
                "stuck-device@3:core[1].array[5]; core[N].array[ROW,COLUMN]",
                "stuck-device@3:core[1].w[5,1]; core[N].array[ROW,COLUMN]",
                "stuck-device@3=middle; =present, =min or =max",
                "late-flit@3=0; =1..=1000000",
                "corrupt-packet@3=bit48; =bit0..=bit47",
                "corrupt-packet@3=4; =bit0..=bit47"
            })
    void shouldSayWhatIsAllowed(final String text, final String expected) {
        assertThatThrownBy(() -> FaultSpec.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void shouldLeaveOutWhatCannotHappen() {
        assertThat(FaultPlan.parse(List.of("drop-packet~0", "dead-core~0.0")).isEmpty())
                .isTrue();
        assertThat(FaultPlan.parse(List.of("drop-packet@0")).faults()).hasSize(1);
    }

    @Test
    void shouldSearchTheChipForFirstCandidatesAlone() {
        assertThat(FaultPlan.parse(List.of("drop-packet@9:SPK")).searches()).isTrue();
        assertThat(FaultPlan.parse(List.of("dead-row@9")).searches()).isTrue();
        assertThat(FaultPlan.parse(List.of("drop-packet@9:core[1]", "dead-row~.1", "dead-core@3", "flip-bit@3"))
                        .searches())
                .isFalse();
    }
}
