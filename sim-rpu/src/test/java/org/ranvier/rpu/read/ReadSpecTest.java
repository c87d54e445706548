package org.ranvier.rpu.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.error.ConfigurationException;

class ReadSpecTest {
    @ParameterizedTest
    @CsvSource({
        "default, 126, 510, 12, 0.06",
        "preset, 126, 510, 20, 0.1",
        "standard, 254, 254, 10, 0.04",
        "PresetIOParameters, 126, 510, 20, 0.1"
    })
    void shouldKnowThePeripheriesOfAihwkit(
            final String name, final double dac, final double adc, final double bound, final double noise) {
        final ReadSpec spec = ReadSpec.named(name);
        assertThat(spec.get(ReadOption.INP_RES)).isEqualTo(1 / dac);
        assertThat(spec.get(ReadOption.OUT_RES)).isEqualTo(1 / adc);
        assertThat(spec.get(ReadOption.OUT_BOUND)).isEqualTo(bound);
        assertThat(spec.get(ReadOption.OUT_NOISE)).isEqualTo(noise);
        assertThat(spec.boundManagement()).isEqualTo(BoundManagement.ITERATIVE);
        assertThat(spec.noiseManagement()).isEqualTo(NoiseManagement.ABS_MAX);
        assertThat(spec.on(ReadOption.IS_PERFECT)).isFalse();
    }

    @Test
    void shouldReadOptionsFromText() {
        final ReadSpec spec = ReadSpec.named("default")
                .with(Map.of(
                        "inp_res", "1/254",
                        "out_sto_round", "true",
                        "noise_management", "AbsMaxNPSum",
                        "bound_management", "ITERATIVE_WORST_CASE",
                        "w_noise_type", "PCMRead",
                        "mv_type", "pos-neg-separate",
                        "out_res", "-1"));
        assertThat(spec.get(ReadOption.INP_RES)).isEqualTo(1.0 / 254);
        assertThat(spec.on(ReadOption.OUT_STO_ROUND)).isTrue();
        assertThat(spec.noiseManagement()).isEqualTo(NoiseManagement.ABS_MAX_NP_SUM);
        assertThat(spec.boundManagement()).isEqualTo(BoundManagement.ITERATIVE_WORST_CASE);
        assertThat(spec.weightNoise()).isEqualTo(WeightNoise.PCM_READ);
        assertThat(spec.mvType()).isEqualTo(MvType.POS_NEG_SEPARATE);
        assertThat(spec.outputStep()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadBackWhatItWrites(final ReadOption option) {
        final ReadSpec spec = ReadSpec.named("default");
        assertThat(spec.with(Map.of(option.key(), spec.text(option)))).isEqualTo(spec);
        assertThat(ReadOption.named(option.key())).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource({
        "inp_res, 2, read.inp_res: 2.0 is not allowed",
        "out_res, -0.5, read.out_res: -0.5 is not allowed",
        "out_noise, -0.1, read.out_noise: -0.1 is not allowed",
        "out_noise, NaN, read.out_noise: NaN is not allowed",
        "out_noise, big, read.out_noise: big is not allowed",
        "inp_sto_round, 0.5, read.inp_sto_round: 0.5 is not allowed",
        "noise_management, Least, 'read.noise_management: Least is not allowed, expected one of None, AbsMax,'",
        "inp_bound, 2, 'read.inp_bound: 2.0 is not allowed, expected 1 unless'",
        "out_bound, 0, 'read.out_res: 0.00196078431372549 is not allowed, expected 0 when read.out_bound is 0'",
        "inp_resolution, 0.1, 'read option: inp_resolution is not allowed, expected one of is_perfect,'"
    })
    void shouldRefuseByNameValueAndRange(final String option, final String value, final String message) {
        assertThatThrownBy(() -> ReadSpec.named("default").with(Map.of(option, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldRefuseAnUnknownName() {
        assertThatThrownBy(() -> ReadSpec.named("best"))
                .hasMessage("read periphery: best is not allowed, expected default, preset, standard or perfect");
    }
}
