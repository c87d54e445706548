package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.rpu.device.IdealDevice;

class DeviceNameTest {
    @Test
    void shouldChangeOptionsBehindTheColon() {
        assertThat(DeviceName.parse("ideal:step=0.005,asymmetry=-.5").device())
                .isEqualTo(new IdealDevice(0.005, -0.5, 1));
    }

    @Test
    void shouldLeaveDefaultsWhenThereIsNoColon() {
        assertThat(DeviceName.parse("ideal").device()).isEqualTo(IdealDevice.defaults());
    }

    @Test
    void shouldNameTheOptionWhenAPartIsNotANumber() {
        assertThatThrownBy(() -> DeviceName.parse("ideal:step"))
                .hasMessage("--device: step is not allowed, expected OPTION=NUMBER after the colon, e.g. dw_min=0.001");
        assertThatThrownBy(() -> DeviceName.parse("ideal:step=x").device())
                .hasMessageStartingWith("--device: step=x is not allowed");
    }

    @Test
    void shouldNameTheOptionWhenTheDeviceRefusesIt() {
        assertThatThrownBy(() -> DeviceName.parse("ideal:step=-1").device())
                .hasMessageStartingWith("--device: device.step");
        assertThatThrownBy(() -> DeviceName.parse("nothing").device()).hasMessageStartingWith("--device: nothing");
    }
}
