package org.peerage.composition.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.peerage.composition.Rules;
import org.peerage.composition.kernel.InputRefused;

/// The rules of a roster as a file says them, a line each.
final class RulesFile {

    private RulesFile() {}

    /// Lines `apart,ann,bo` · `together,ann,bo` · `lock,ann,North` · `competitors,ann,bo` · `not-competitors,ann,bo`.
    static Rules read(Path file, double hoursApart, OptionalDouble kilometres, Set<String> known) {
        List<Rules.Pair> apart = new ArrayList<>();
        List<Rules.Pair> together = new ArrayList<>();
        Map<String, String> locks = new LinkedHashMap<>();
        List<Rules.Pair> competitors = new ArrayList<>();
        List<Rules.Pair> notCompetitors = new ArrayList<>();
        int number = 0;
        for (String line : RosterFile.lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(",", -1);
            String where = file + ", line " + number + ": ";
            if (words.length != 3) {
                throw new InputRefused(
                        where + "a rule has three words, RULE,PERSON,PERSON-OR-GROUP, not \"" + line + "\".");
            }
            String one = words[1].strip();
            String other = words[2].strip();
            boolean lock = words[0].strip().equals("lock");
            for (String person : lock ? List.of(one) : List.of(one, other)) {
                if (!known.contains(person)) {
                    throw new InputRefused(where + "nobody on the roster is called " + person + ".");
                }
            }
            if (!lock && one.equals(other)) {
                throw new InputRefused(where + one + " is named twice.");
            }
            switch (words[0].strip()) {
                case "apart" -> apart.add(new Rules.Pair(one, other));
                case "together" -> together.add(new Rules.Pair(one, other));
                case "competitors" -> competitors.add(new Rules.Pair(one, other));
                case "not-competitors" -> notCompetitors.add(new Rules.Pair(one, other));
                case "lock" -> {
                    String before = locks.putIfAbsent(one, other);
                    if (before != null && !before.equals(other)) {
                        throw new InputRefused(
                                where + one + " cannot be locked to both " + before + " and " + other + ".");
                    }
                }
                default ->
                    throw new InputRefused(where + "\"" + words[0].strip()
                            + "\" is no rule; there are apart, together, lock, competitors, not-competitors.");
            }
        }
        return new Rules(
                List.copyOf(apart),
                List.copyOf(together),
                Map.copyOf(locks),
                List.copyOf(competitors),
                List.copyOf(notCompetitors),
                hoursApart,
                kilometres,
                true);
    }
}
