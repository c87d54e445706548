package org.ranvier.rpu.device;

import java.util.List;

/**
 * The options of power-law drift. Names are those of aihwkit's drift parameters behind {@code drift_}; weights become
 * conductances as g = (w - w_offset) / wg_ratio + g_offset.
 */
final class DriftOptions {
    static final Parameter NU = Parameter.number("drift_nu", "", 0, 10, 0, "mean drift exponent; 0 is no drift");
    static final Parameter NU_DTOD =
            Parameter.number("drift_nu_dtod", "relative", 0, 10, 0, "device-to-device spread of the exponent");
    static final Parameter NU_STD =
            Parameter.number("drift_nu_std", "relative", 0, 10, 0, "noise of the exponent from drift to drift");
    static final Parameter NU_K = Parameter.number(
            "drift_nu_k", "", -10, 10, 0, "how much the exponent falls with the logarithm of the conductance");
    static final Parameter LOG_G0 =
            Parameter.number("drift_log_g0", "", -100, 100, 0, "log conductance at which drift_nu holds");
    static final Parameter T0 = Parameter.number("drift_t0", "s", 1e-12, 1e12, 1, "time until which nothing drifts");
    static final Parameter W_OFFSET =
            Parameter.number("drift_w_offset", "weight", -1024, 1024, 0, "weight of zero conductance");
    static final Parameter G_OFFSET =
            Parameter.number("drift_g_offset", "conductance", -1e6, 1e6, 0, "conductance added to that of the weight");
    static final Parameter WG_RATIO = Parameter.number(
            "drift_wg_ratio", "weight/conductance", 1e-12, 1e12, 1, "weight of one unit of conductance");
    static final Parameter W_READ_STD = Parameter.number(
            "drift_w_read_std", "weight", 0, 1024, 0, "noise added to the weight at every drift, which stays");
    static final Parameter RESET_TOL = Parameter.number(
            "drift_reset_tol", "weight", 0, 1024, 1e-7, "a change of more than this starts the drift anew");
    static final List<Parameter> ALL =
            List.of(NU, NU_DTOD, NU_STD, NU_K, LOG_G0, T0, W_OFFSET, G_OFFSET, WG_RATIO, W_READ_STD, RESET_TOL);

    private DriftOptions() {}
}
