package org.peerage.processing;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// Where a group is with something that it works on. An act is decided by the state and answered by a value; nothing
/// here knows of pages, rows or the real clock.
sealed interface Processing {

    Protocol protocol();

    /// The step at which it stands, while words are taken.
    default OptionalInt stands() {
        return switch (this) {
            case AtStep now -> OptionalInt.of(now.number());
            case OnPaper paper -> OptionalInt.of(paper.number());
            case NotBegun _, Ended _ -> OptionalInt.empty();
        };
    }

    Decision decide(Act act, By by, Requirement.Present present, Instant now);

    /// Who acts, and what they are in this.
    record By(boolean presents, boolean leads) {

        boolean may(Protocol.By who) {
            return switch (who) {
                case PRESENTER -> presents;
                case LEADER -> leads;
                case ANYBODY -> true;
            };
        }
    }

    record NotBegun(Protocol protocol) implements Processing {

        @Override
        public Decision decide(Act act, By by, Requirement.Present present, Instant now) {
            return switch (act) {
                case Act.Begin() ->
                    by.leads() ? opening(protocol, 0, present, now) : new Decision.Refused(Refusal.NOT_LEADING);
                case Act.Move _, Act.Write _, Act.End _ -> new Decision.Refused(Refusal.NOT_BEGUN);
            };
        }
    }

    record AtStep(Protocol protocol, int number, Instant endsAt) implements Processing {

        Protocol.Step step() {
            return protocol.steps().get(number);
        }

        @Override
        public Decision decide(Act act, By by, Requirement.Present present, Instant now) {
            return switch (act) {
                case Act.Begin() -> new Decision.Refused(by.leads() ? Refusal.MOVED : Refusal.NOT_LEADING);
                case Act.Move(var from, var to) -> move(from, to, by, present, now);
                case Act.Write(var kind) -> write(kind, by);
                case Act.End() -> end(by, present);
            };
        }

        /// One step on or back, from the step that the caller saw. Going back asks for nothing: what was there once
        /// is there.
        private Decision move(int from, int to, By by, Requirement.Present present, Instant now) {
            if (!by.leads()) {
                return new Decision.Refused(Refusal.NOT_LEADING);
            }
            if (from != number) {
                return new Decision.Refused(Refusal.MOVED);
            }
            if (Math.abs(to - from) != 1 || !protocol.has(to)) {
                return new Decision.Refused(Refusal.NOT_NEXT);
            }
            return to > from ? opening(protocol, to, present, now) : new Decision.At(at(protocol, to, now));
        }

        private Decision write(String kind, By by) {
            var open = step().captures().stream()
                    .filter(capture -> capture.kind().equals(kind))
                    .toList();
            if (open.isEmpty()) {
                return new Decision.Refused(Refusal.NOT_NOW);
            }
            return open.stream().anyMatch(capture -> by.may(capture.by()))
                    ? new Decision.Written(number)
                    : new Decision.Refused(Refusal.NOT_YOURS);
        }

        private Decision end(By by, Requirement.Present present) {
            return protocol.isLast(number) || !(by.leads() || by.presents())
                    ? ending(protocol, by, present)
                    : new Decision.Refused(Refusal.NOT_LAST);
        }
    }

    /// The group took the steps on paper: what may be written down in any of them is taken now, of each whatever the
    /// steps let them write; what is for all may be written by whoever keeps the minutes as well.
    record OnPaper(Protocol protocol, int number) implements Processing {

        @Override
        public Decision decide(Act act, By by, Requirement.Present present, Instant now) {
            return switch (act) {
                case Act.Begin _, Act.Move _ -> new Decision.Refused(Refusal.NOT_LIVE);
                case Act.Write(var kind) -> write(kind, by);
                case Act.End() -> ending(protocol, by, present);
            };
        }

        private Decision write(String kind, By by) {
            var known = protocol.captures()
                    .filter(capture -> capture.kind().equals(kind))
                    .toList();
            if (known.isEmpty()) {
                return new Decision.Refused(Refusal.NOT_NOW);
            }
            return known.stream().anyMatch(capture -> by.leads() || by.may(capture.by()))
                    ? new Decision.Written(number)
                    : new Decision.Refused(Refusal.NOT_YOURS);
        }
    }

    record Ended(Protocol protocol) implements Processing {

        @Override
        public Decision decide(Act act, By by, Requirement.Present present, Instant now) {
            return new Decision.Refused(Refusal.ENDED);
        }
    }

    private static Decision ending(Protocol protocol, By by, Requirement.Present present) {
        if (!by.leads() && !by.presents()) {
            return new Decision.Refused(Refusal.NOT_LEADING);
        }
        return Requirement.missing(protocol.end(), present)
                .<Decision>map(Decision.Held::new)
                .orElseGet(() -> new Decision.Over(new Ended(protocol)));
    }

    private static Decision opening(Protocol protocol, int number, Requirement.Present present, Instant now) {
        return Requirement.missing(protocol.steps().get(number).before(), present)
                .<Decision>map(Decision.Held::new)
                .orElseGet(() -> new Decision.At(at(protocol, number, now)));
    }

    private static AtStep at(Protocol protocol, int number, Instant now) {
        var minutes = protocol.steps().get(number).minutes().usual();
        return new AtStep(protocol, number, now.plus(Duration.ofMinutes(minutes)));
    }
}
