package org.peerage.proposals;

import java.util.Optional;
import org.peerage.composition.Effect;
import org.peerage.composition.Reason;
import org.peerage.web.Shell;

/// What a change would do, and what stands in its way if something does.
public record Preview(Change change, Effect effect, Optional<Obstacle> obstacle) {

    public boolean possible() {
        return obstacle.isEmpty();
    }

    public sealed interface Obstacle {

        String in(Shell shell);

        /// A hard rule, a lock, or the size of a group.
        record Rule(Reason reason) implements Obstacle {
            @Override
            public String in(Shell shell) {
                return reason.in(shell::text);
            }
        }

        /// The group was formed from this proposal; its seats are arranged on its own page.
        public record Formed(int number) implements Obstacle {
            @Override
            public String in(Shell shell) {
                return shell.text("proposals.change.formed", Integer.toString(number));
            }
        }

        /// Everybody sits there already.
        record Same() implements Obstacle {
            @Override
            public String in(Shell shell) {
                return shell.text("proposals.change.same");
            }
        }
    }

    /// Of two changes, how much better the score is after this one, from -1 to 1.
    public double gain() {
        return effect.after().score() - effect.before().score();
    }
}
