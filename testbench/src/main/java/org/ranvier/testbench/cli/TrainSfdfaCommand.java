package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.train.RunOptions;
import org.ranvier.testbench.train.SfdfaModel;
import org.ranvier.testbench.train.SfdfaOptions;
import org.ranvier.testbench.train.SfdfaTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train sfdfa}. */
@Command(
        name = "sfdfa",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network with SFDFA: exact local spike gradients in integers, feedback weights that are learnt on the chip"
                    + " from perturbation signs, and errors that reach the hidden cores as packets.",
            "The recipe short learns 3,000 images once, r0 and r1 all of them three times, unless --train-samples and"
                    + " --epochs say otherwise.",
            "Writes DIR/summary.json, DIR/history.csv and DIR/trained.model, which nir export takes. Figures are those of training; the tests' stand under \"test\"."
                    + " Gradient spikes are the error and derivative packets; a weight update is a write that changes a weight."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train sfdfa                                          MNIST, 784-100-10, short recipe, seconds",
            "  ranvier train sfdfa --recipe r1                              10,000 images three times",
            "  ranvier train sfdfa --recipe r1 --epochs 1 --data-dir mnist  60,000 images once",
            "  ranvier train sfdfa --recipe r0 --feedback random            direct feedback alignment",
            "  ranvier train sfdfa --recipe r1 --seed 1,2,3,4,5             mean and standard error over five networks",
            "  ranvier train sfdfa --hidden 200 --weight-bits 8 --recipe r1",
            "  ranvier train sfdfa --events shd --pool 5 --recipe r0        spoken digits as spikes of a cochlea",
            "  ranvier train sfdfa --hidden 100,50 --train-samples 10000    two hidden layers"
        })
final class TrainSfdfaCommand implements Callable<Integer>, ComparedRule {
    private static final int SHORT_SAMPLES = 3000;
    private static final int LONG_EPOCHS = 3;

    @Spec
    private CommandSpec command;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private SfdfaRuleOptions rule;

    @Option(
            names = "--order",
            paramLabel = "shuffled|set",
            description = "Shuffle the images anew before every epoch, or learn them in the order of the set (default"
                    + " ${DEFAULT-VALUE}).")
    private String order = "shuffled";

    TrainSfdfaCommand() {}

    private boolean shuffled() {
        if (!order.equals("shuffled") && !order.equals("set")) {
            throw ConfigurationException.of("--order", order, "shuffled or set");
        }
        return order.equals("shuffled");
    }

    @Override
    public Integer call() {
        try (DataSet set = training.data(rule.rule().steps())) {
            new TrainRunner(training, false, command.commandLine().getOut())
                    .train(
                            run(set),
                            run -> training(run, set),
                            set.name(),
                            trained -> SfdfaModel.of(
                                            trained.run(),
                                            set.origin(),
                                            trained.result().accuracy())
                                    .save(trained.model()));
        }
        return 0;
    }

    @Override
    public Contender contender() {
        final DataSet set = training.data(rule.rule().steps());
        return new ChipContender(training(run(set), set));
    }

    private RunOptions run(final DataSet set) {
        final TrainingOptions.Defaults usual = rule.recipe() == SfdfaRecipe.SHORT
                ? new TrainingOptions.Defaults(1, Math.min(set.requireTrain().count(), SHORT_SAMPLES), 1)
                : new TrainingOptions.Defaults(LONG_EPOCHS, null, 1);
        return training.run(usual, null, "sram");
    }

    private SfdfaTraining training(final RunOptions run, final DataSet set) {
        final int images = run.trainSamples() == null ? set.requireTrain().count() : run.trainSamples();
        return new SfdfaTraining(
                new SfdfaOptions(
                        run,
                        rule.recipe(),
                        shuffled(),
                        rule.rule(),
                        rule.start(),
                        rule.schedule((long) run.epochs() * images)),
                set,
                training.chip(),
                training.profile());
    }
}
