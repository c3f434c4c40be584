package org.peerage.composition.commandline;

import java.io.PrintStream;
import org.peerage.composition.kernel.InputRefused;

/// `./peerage compose`: a roster or a benchmark instance in, groups out. The last line on standard output of an
/// instance is `objective <value>`; progress goes to the second stream.
public final class ComposeCommand {

    /// Done, and every hard rule holds.
    public static final int DONE = 0;
    /// The best lawful partial answer: somebody has no seat, or wishes were given up; the output says who and why.
    public static final int PARTIAL = 1;
    /// The input or the options cannot be read or cannot hold.
    public static final int REFUSED = 2;

    private ComposeCommand() {}

    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(arguments);
            if (options.has("help") || arguments.length == 0) {
                out.print(Options.HELP);
                return DONE;
            }
            if (options.has("instance")) {
                options.instance().run(out, err);
                return DONE;
            }
            return RosterRun.run(options, out, err);
        } catch (InputRefused refusal) {
            err.println("compose: " + refusal.getMessage());
            return REFUSED;
        }
    }
}
