package org.peerage.composition.commandline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.peerage.composition.kernel.InputRefused;
import org.peerage.composition.kernel.InstanceRun;

/// The words after `compose`: one roster file at most, and options that each take one value.
record Options(Optional<String> roster, Map<String, String> values) {

    static final String HELP = """
            usage: ./peerage compose ROSTER.csv [options]
                   ./peerage compose --instance FILE --format mdgplib|ccp [options]

              --group-size MIN:TARGET:MAX  how many sit in a group (8:12:16)
              --weights WORD=NUMBER,…      what matters how much: role, size, stage, experience, industry, competence,
                                           alone, repeats, wishes; 0 means not at all
              --mapping FILE               which column of the roster means what, one `meaning=column` a line
              --rules FILE                 apart, together, lock, competitors, not-competitors: one rule a line
              --hours N                    how many hours apart two time zones may lie in one group (6)
              --kilometres N               how far apart two places may lie in one group (no limit)
              --out DIRECTORY              write groups.csv and groups.json there (the CSV goes to the output without)
              --seconds N                  how long to search (10)
              --iterations N               instead of a time: the same seed then gives the same answer on one thread
              --threads N                  how many threads search (1)
              --seed N                     where chance starts (1)
              --solution FILE              for an instance: write one group number for each element

            Exit codes: 0 done, 1 a lawful partial answer, 2 the input or an option was refused.
            """;

    private static final Set<String> KNOWN = Set.of(
            "instance",
            "format",
            "solution",
            "seconds",
            "iterations",
            "threads",
            "seed",
            "group-size",
            "weights",
            "mapping",
            "rules",
            "hours",
            "kilometres",
            "out");

    static Options parse(String[] arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> roster = Optional.empty();
        for (int k = 0; k < arguments.length; k++) {
            String word = arguments[k];
            if (!word.startsWith("--")) {
                if (roster.isPresent()) {
                    throw new InputRefused("one roster at a time, not " + roster.get() + " and " + word + ".");
                }
                roster = Optional.of(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            if (name.equals("help")) {
                values.put(name, "");
                continue;
            }
            if (!KNOWN.contains(name)) {
                throw new InputRefused("there is no option --" + name + "; `compose --help` lists them.");
            }
            if (equals < 0 && k + 1 == arguments.length) {
                throw new InputRefused("--" + name + " needs a value.");
            }
            String value = equals < 0 ? arguments[++k] : word.substring(equals + 1);
            if (values.putIfAbsent(name, value) != null) {
                throw new InputRefused("--" + name + " is given twice.");
            }
        }
        return new Options(roster, values);
    }

    /// The instance that is to be solved; its file is there to be read or not.
    InstanceRun instance() {
        if (!has("format")) {
            throw new InputRefused("--instance needs --format mdgplib or --format ccp.");
        }
        return new InstanceRun(
                Path.of(text("instance", "")),
                text("format", ""),
                has("solution") ? Optional.of(Path.of(text("solution", ""))) : Optional.empty(),
                (int) whole("threads", 1, 1),
                whole("seed", 1, Long.MIN_VALUE),
                number("seconds", 10, 0),
                has("iterations") ? OptionalLong.of(whole("iterations", 0, 1)) : OptionalLong.empty());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    double number(String name, double otherwise, double least) {
        if (!has(name)) {
            return otherwise;
        }
        double number;
        try {
            number = Double.parseDouble(text(name, ""));
        } catch (NumberFormatException notANumber) {
            throw new InputRefused("--" + name + " takes a number, not " + text(name, "") + ".");
        }
        if (!Double.isFinite(number) || number < least) {
            throw new InputRefused(
                    "--" + name + " takes a number from " + (long) least + " up, not " + text(name, "") + ".");
        }
        return number;
    }

    long whole(String name, long otherwise, long least) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text(name, ""));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new InputRefused("--" + name + " takes a whole number, not " + text(name, "") + ".");
        }
        throw new InputRefused(
                "--" + name + " takes a whole number from " + least + " up, not " + text(name, "") + ".");
    }
}
