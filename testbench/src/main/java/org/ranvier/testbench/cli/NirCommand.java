package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code nir}: networks in the exchange format of neuromorphic tools. */
@Command(
        name = "nir",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, runs and writes networks in NIR, the Neuromorphic Intermediate Representation (HDF5).",
        subcommands = {NirShowCommand.class, NirRunCommand.class, NirExportCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier nir show net.nir                           nodes, shapes, parameters, edges",
            "  ranvier nir run net.nir --input in.csv --out net   spikes and potentials, a row a step",
            "  ranvier nir export runs/anytime-mnist              a network that was trained here"
        })
final class NirCommand {
    NirCommand() {}
}
