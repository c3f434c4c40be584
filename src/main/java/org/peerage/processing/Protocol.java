package org.peerage.processing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peerage.groups.CharterTerms.Speaking;

/// How something is worked on: steps in order, wholly as data (`protocols/<module>.json`). Its words are texts of the
/// module that brings it: `<module>.protocol.<key>`, `<module>.step.<step>.rule`, `<module>.capture.<kind>.label`.
///
/// @param fits kinds of things that it is right for, the module's own words
/// @param people how many it needs at least
/// @param end what must be there before it ends
public record Protocol(
        String module, String key, Set<String> fits, int people, List<Step> steps, List<Requirement> end) {

    /// Who speaks in a step.
    enum Speaker {
        PRESENTER,
        GROUP_ROUND,
        GROUP_OPEN,
        CHAIR,
        COACH,
        SUBGROUP,
        SILENCE;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What has no place in a step.
    enum Forbidden {
        ADVICE,
        QUESTIONS,
        INTERRUPTING,
        STORIES,
        TALKING;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Who may write something down.
    enum By {
        PRESENTER,
        LEADER,
        ANYBODY
    }

    /// What may be written down in a step, by whom. One kind is written the same way wherever it occurs.
    record Capture(String kind, By by) {}

    record Minutes(int least, int usual, int most) {}

    /// @param before what must be there before it opens
    record Step(
            String key,
            Minutes minutes,
            Speaker speaker,
            Set<Forbidden> forbidden,
            List<Capture> captures,
            List<Requirement> before) {

        /// With other minutes; not at all with none.
        Optional<Step> lasting(int own) {
            return own == 0
                    ? Optional.empty()
                    : Optional.of(new Step(
                            key,
                            new Minutes(Math.min(minutes.least(), own), own, Math.max(minutes.most(), own)),
                            speaker,
                            forbidden,
                            captures,
                            before));
        }

        /// What has no place in it in a group that speaks like this: the charter may allow advice where the protocol
        /// does not.
        List<String> forbidden(Speaking speaking) {
            return forbidden.stream()
                    .filter(one -> one != Forbidden.ADVICE || speaking != Speaking.OPEN)
                    .map(one -> one == Forbidden.ADVICE && speaking == Speaking.ASKED ? "unasked" : one.key())
                    .sorted()
                    .toList();
        }
    }

    public Protocol {
        fits = Set.copyOf(fits);
        steps = List.copyOf(steps);
        end = List.copyOf(end);
    }

    /// As a group has changed it: other minutes by steps, and none of those that have 0. Empty where nobody could
    /// follow that: no step is left, or a gate waits for what no step before lets anybody write.
    Optional<Protocol> changed(Map<String, Integer> minutes) {
        var left = steps.stream()
                .flatMap(step -> step
                        .lasting(minutes.getOrDefault(step.key(), step.minutes().usual()))
                        .stream())
                .toList();
        return Optional.of(new Protocol(module, key, fits, people, left, end)).filter(Protocol::canBeFollowed);
    }

    private boolean canBeFollowed() {
        var written = new HashSet<String>();
        for (var step : steps) {
            if (isShut(step.before(), written)) {
                return false;
            }
            step.captures().forEach(capture -> written.add(capture.kind()));
        }
        return !steps.isEmpty() && !isShut(end, written);
    }

    private static boolean isShut(List<Requirement> gate, Set<String> written) {
        return Requirement.missing(gate, new Requirement.Present(written, _ -> true))
                .isPresent();
    }

    /// Usual minutes of all steps together.
    public int minutes() {
        return steps.stream().mapToInt(step -> step.minutes().usual()).sum();
    }

    /// A listening protocol: nobody says what they would do, in any step.
    public boolean forbidsAdvice() {
        return steps.stream().allMatch(step -> step.forbidden().contains(Forbidden.ADVICE));
    }

    /// What may be written down of one kind in any of its steps, by whom.
    Stream<Capture> captures() {
        return steps.stream().flatMap(step -> step.captures().stream()).distinct();
    }

    /// Everybody is heard in turn in this step.
    boolean hears(int step) {
        return has(step) && steps.get(step).speaker() == Speaker.GROUP_ROUND;
    }

    boolean isLast(int step) {
        return step == steps.size() - 1;
    }

    boolean has(int step) {
        return step >= 0 && step < steps.size();
    }

    Stream<Requirement> requirements() {
        return Stream.concat(steps.stream().flatMap(step -> step.before().stream()), end.stream());
    }
}
