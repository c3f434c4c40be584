package org.peerage.composition.kernel;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The generic solver that people would use instead (Timefold), as well prepared as by hand: it starts from the lawful
/// partition that the own search starts from, an incremental score of as many additions as the group has members, swaps
/// alone where sizes are fixed, and an acceptance to choose.
final class GenericSolver {

    /// An acceptance and its one setting: how many scores late acceptance looks back, or the temperature that annealing
    /// starts from.
    record Acceptance(boolean annealing, int setting) {}

    private GenericSolver() {}

    /// A partition after so many moves; annealing cools over exactly these.
    static int[] run(Instance instance, long seed, Acceptance acceptance, long moves) {
        SolverConfig config = new SolverConfig()
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed)
                .withSolutionClass(Seats.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Sum.class))
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(moves(instance))
                        .withAcceptorConfig(acceptor(acceptance))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
        Seats start = new Seats(instance, new FirstSeating(instance, new Chance(seed)).seat());
        Seats end = SolverFactory.<Seats>create(config).buildSolver().solve(start);
        return end.seats.stream()
                .mapToInt(seat -> Objects.requireNonNull(seat.group))
                .toArray();
    }

    private static MoveSelectorConfig<?> moves(Instance instance) {
        boolean fixed = IntStream.range(0, instance.groups).allMatch(g -> instance.least[g] == instance.greatest[g]);
        return fixed
                ? new SwapMoveSelectorConfig()
                : new UnionMoveSelectorConfig(List.of(
                        new SwapMoveSelectorConfig().withFixedProbabilityWeight(4.0),
                        new ChangeMoveSelectorConfig().withFixedProbabilityWeight(1.0)));
    }

    private static LocalSearchAcceptorConfig acceptor(Acceptance acceptance) {
        return acceptance.annealing
                ? new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature("0hard/" + acceptance.setting + "soft")
                : new LocalSearchAcceptorConfig().withLateAcceptanceSize(acceptance.setting);
    }

    /// One element and the group it sits in.
    @PlanningEntity
    public static final class Seat {
        int element;

        @PlanningVariable(valueRangeProviderRefs = "groups")
        public @Nullable Integer group;

        public Seat() {}

        Seat(int element, int group) {
            this.element = element;
            this.group = group;
        }

        @Override
        public String toString() {
            return "element " + element;
        }
    }

    /// All seats, and what is known of the instance.
    @PlanningSolution
    public static final class Seats {
        @Nullable Instance instance;

        @ValueRangeProvider(id = "groups")
        public List<Integer> groups = List.of();

        @PlanningEntityCollectionProperty
        public List<Seat> seats = new ArrayList<>();

        @PlanningScore
        public @Nullable HardSoftScore score;

        public Seats() {}

        Seats(Instance instance, int[] groupOf) {
            this.instance = instance;
            this.groups = IntStream.range(0, instance.groups).boxed().toList();
            for (int i = 0; i < groupOf.length; i++) {
                seats.add(new Seat(i, groupOf[i]));
            }
        }
    }

    /// The sum of values inside groups, changed by the one who leaves or comes; sizes outside their bounds are hard.
    public static final class Sum implements IncrementalScoreCalculator<Seats, HardSoftScore> {

        private int[][] scaled = new int[0][];
        private int[] least = new int[0];
        private int[] greatest = new int[0];
        private int[][] members = new int[0][];
        private int[] size = new int[0];
        private int[] position = new int[0];
        private long sum;
        private long outside;

        @Override
        public void resetWorkingSolution(Seats seats) {
            Instance instance = Objects.requireNonNull(seats.instance);
            scaled = instance.scaled;
            least = IntStream.range(0, instance.groups)
                    .map(g -> (int) instance.least[g])
                    .toArray();
            greatest = IntStream.range(0, instance.groups)
                    .map(g -> (int) instance.greatest[g])
                    .toArray();
            members = new int[instance.groups][instance.elements];
            size = new int[instance.groups];
            position = new int[instance.elements];
            sum = 0;
            outside = 0;
            for (int g = 0; g < instance.groups; g++) {
                outside += excess(g);
            }
            for (Seat seat : seats.seats) {
                come(seat);
            }
        }

        @Override
        public void beforeVariableChanged(Object entity, String variable) {
            Seat seat = (Seat) entity;
            if (seat.group == null) {
                return;
            }
            int g = seat.group;
            outside -= excess(g);
            int last = members[g][--size[g]];
            members[g][position[seat.element]] = last;
            position[last] = position[seat.element];
            outside += excess(g);
            sum -= with(seat.element, g);
        }

        @Override
        public void afterVariableChanged(Object entity, String variable) {
            come((Seat) entity);
        }

        @Override
        public HardSoftScore calculateScore() {
            return HardSoftScore.of(-outside, sum);
        }

        private void come(Seat seat) {
            if (seat.group == null) {
                return;
            }
            int g = seat.group;
            outside -= excess(g);
            sum += with(seat.element, g);
            position[seat.element] = size[g];
            members[g][size[g]++] = seat.element;
            outside += excess(g);
        }

        private long with(int element, int g) {
            int[] row = scaled[element];
            int[] seated = members[g];
            long with = 0;
            for (int k = 0; k < size[g]; k++) {
                with += row[seated[k]];
            }
            return with;
        }

        private int excess(int g) {
            return Math.max(0, size[g] - greatest[g]) + Math.max(0, least[g] - size[g]);
        }
    }
}
