package org.peerage.proposals.runs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.peerage.composition.Criterion;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.ByHand;
import org.peerage.proposals.people.Rosters;
import org.peerage.web.Message;

/// A run as it is being asked for, every field as typed.
record RunForm(Map<String, String> typed) {

    private static final int MOST_SEATS = 24;
    private static final double MOST_HOURS = 12;
    private static final double MOST_KILOMETRES = 20_100;
    private static final int LONGEST = 200;
    private static final int MOST_TURNS = 100_000;

    RunForm {
        typed = Map.copyOf(typed);
    }

    /// @param competitors whether the table of competitors is heeded
    /// @param wishes whether the wishes of the network are heeded
    record Command(
            SizeLimits size,
            Weights weights,
            boolean competitors,
            boolean wishes,
            double hoursApart,
            OptionalDouble kilometres,
            RunRequest.Effort effort) {}

    sealed interface Parsed {

        record Valid(Command command) implements Parsed {}

        record Invalid(Map<String, Message> wrong) implements Parsed {}
    }

    static RunForm usual() {
        var usual = new HashMap<String, String>();
        usual.put("smallest", Integer.toString(SizeLimits.USUAL.least()));
        usual.put("target", Integer.toString(SizeLimits.USUAL.target()));
        usual.put("largest", Integer.toString(SizeLimits.USUAL.most()));
        usual.put("competitors", "on");
        usual.put("wishes", "on");
        usual.put("hours", "6");
        usual.put("seconds", "30");
        usual.put("threads", "1");
        usual.put("seed", "1");
        return new RunForm(usual).like(WeightPreset.BALANCED);
    }

    /// What came with the address, or what is usual where nothing did.
    static RunForm of(Map<String, String> parameters) {
        if (!parameters.containsKey("smallest")) {
            return usual();
        }
        var form = new RunForm(parameters);
        return WeightPreset.named(parameters.getOrDefault("preset", ""))
                .map(form::like)
                .orElse(form);
    }

    private RunForm like(WeightPreset preset) {
        var changed = new HashMap<>(typed);
        WeightPreset.ASKED.forEach(
                criterion -> changed.put("weight-" + criterion.word(), Integer.toString(preset.of(criterion))));
        return new RunForm(changed);
    }

    /// With all the buttons that were pressed since the form was drawn, in their order.
    RunForm with(List<String> pressed) {
        var changed = new HashMap<>(typed);
        changed.put("pressed", String.join(",", pressed));
        return new RunForm(changed);
    }

    /// What the buttons for one person do.
    enum Press {
        LEAVE,
        TAKE
    }

    /// A button beside somebody's name.
    record Pressed(Press press, ProfileId who) {}

    /// What is not a button is none.
    List<Pressed> pressed() {
        return Stream.concat(
                        Arrays.stream(value("pressed").split(",", -1)),
                        Stream.of("leave " + value("leave"), "take " + value("take")))
                .flatMap(RunForm::pressed)
                .toList();
    }

    private static Stream<Pressed> pressed(String text) {
        var words = text.split(" ", 2);
        try {
            return Stream.of(new Pressed(
                    Press.valueOf(words[0].toUpperCase(Locale.ROOT)), new ProfileId(UUID.fromString(words[1]))));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Stream.empty();
        }
    }

    /// With other people chosen by hand.
    RunForm with(ByHand byHand) {
        var changed = new HashMap<>(typed);
        changed.put("left", ByHand.text(byHand.left()));
        changed.put("added", ByHand.text(byHand.added()));
        return new RunForm(changed);
    }

    String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    boolean on(String field) {
        return typed.containsKey(field);
    }

    int weight(Criterion criterion) {
        return (int) number("weight-" + criterion.word(), 0, WeightPreset.MOST).orElse(0);
    }

    Rosters.Choice choice() {
        return new Rosters.Choice(
                shortened("words"),
                shortened("industry"),
                shortened("stage"),
                shortened("place"),
                on("seated"),
                on("nobody"),
                ByHand.read(value("left"), value("added")));
    }

    /// Words for somebody to leave out or to add.
    String who() {
        return shortened("who");
    }

    /// Which page of those who match; the first, when other words were typed since.
    int turn() {
        var asked = whole("turn", 1, MOST_TURNS);
        var before = value("who-before").equals(who()) ? whole("before", 1, MOST_TURNS) : OptionalLong.empty();
        return (int) asked.orElse(before.orElse(1));
    }

    Optional<SizeLimits> size() {
        var least = whole("smallest", 2, MOST_SEATS);
        var target = whole("target", 2, MOST_SEATS);
        var most = whole("largest", 2, MOST_SEATS);
        if (least.isEmpty()
                || target.isEmpty()
                || most.isEmpty()
                || !SizeLimits.possible((int) least.getAsLong(), (int) target.getAsLong(), (int) most.getAsLong())) {
            return Optional.empty();
        }
        return Optional.of(new SizeLimits((int) least.getAsLong(), (int) target.getAsLong(), (int) most.getAsLong()));
    }

    Parsed parse() {
        var wrong = new LinkedHashMap<String, Message>();
        var size = size();
        if (size.isEmpty()) {
            wrong.put("size", Message.of("proposals.new.wrong.size", MOST_SEATS));
        }
        var weights = new EnumMap<Criterion, Integer>(Criterion.class);
        WeightPreset.ASKED.forEach(criterion -> weights.put(criterion, weight(criterion)));
        if (weights.entrySet().stream().allMatch(each -> each.getKey() == Criterion.WISHES || each.getValue() == 0)) {
            wrong.put("weights", Message.of("proposals.new.wrong.weights"));
        }
        var hours = number("hours", 0, MOST_HOURS);
        if (hours.isEmpty() && !value("hours").isEmpty()) {
            wrong.put("hours", Message.of("proposals.new.wrong.hours", MOST_HOURS));
        }
        var kilometres = number("kilometres", 1, MOST_KILOMETRES);
        if (kilometres.isEmpty() && !value("kilometres").isEmpty()) {
            wrong.put("kilometres", Message.of("proposals.new.wrong.kilometres", MOST_KILOMETRES));
        }
        var effort = effort(wrong);
        if (size.isEmpty() || !wrong.isEmpty()) {
            return new Parsed.Invalid(wrong);
        }
        return new Parsed.Valid(new Command(
                size.get(),
                new Weights(weights),
                on("competitors"),
                on("wishes"),
                hours.orElse(Double.POSITIVE_INFINITY),
                kilometres,
                effort));
    }

    private RunRequest.Effort effort(Map<String, Message> wrong) {
        var seconds = whole("seconds", 1, RunRequest.Effort.MOST_SECONDS);
        if (seconds.isEmpty()) {
            wrong.put("seconds", Message.of("proposals.new.wrong.seconds", RunRequest.Effort.MOST_SECONDS));
        }
        var most = Math.min(RunRequest.Effort.MOST_THREADS, Runtime.getRuntime().availableProcessors());
        var threads = whole("threads", 1, most);
        if (threads.isEmpty()) {
            wrong.put("threads", Message.of("proposals.new.wrong.threads", most));
        }
        var seed = whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        if (seed.isEmpty()) {
            wrong.put("seed", Message.of("proposals.new.wrong.seed"));
        }
        var iterations = whole("iterations", 1, Long.MAX_VALUE);
        if (iterations.isEmpty() && !value("iterations").isEmpty()) {
            wrong.put("iterations", Message.of("proposals.new.wrong.iterations"));
        }
        return new RunRequest.Effort((int) seconds.orElse(1), (int) threads.orElse(1), seed.orElse(1), iterations);
    }

    private OptionalLong whole(String field, long least, long most) {
        try {
            var number = Long.parseLong(value(field));
            return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private OptionalDouble number(String field, double least, double most) {
        try {
            var number = Double.parseDouble(value(field).replace(',', '.'));
            return number >= least && number <= most ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private String shortened(String field) {
        var text = value(field);
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
