package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.Rows;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says how many threads simulate one chip or network. */
final class ThreadsOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = {
                "Threads that simulate the chip, 1.." + ChipSpec.MAX_THREADS
                        + " (default ${DEFAULT-VALUE}); results are the same.",
                "Each takes rows of the mesh, so no more than it has rows work."
            })
    private int threads = 1;

    /**
     * Gives the number of threads, and says so when the mesh has not enough rows for them.
     *
     * @param mesh what is simulated
     * @return 1 to the rows of the mesh
     */
    int of(final MeshSpec mesh) {
        ConfigurationException.checkRange("--threads", threads, 1, ChipSpec.MAX_THREADS);
        final int working = new Rows(mesh, threads).parts();
        if (working < threads) {
            command.commandLine()
                    .getErr()
                    .println("--threads " + threads + ": the " + mesh + " mesh has " + mesh.rows()
                            + " rows of routers, so " + working + " work");
        }
        return working;
    }
}
