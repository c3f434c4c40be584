package org.peerage.composition.commandline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Leader;
import org.peerage.composition.kernel.InputRefused;
import org.peerage.rosters.Column;
import org.peerage.rosters.Listed;
import org.peerage.rosters.Mapping;
import org.peerage.rosters.RosterTable;
import org.peerage.rosters.RosterText;

/// Reads a roster as the pages do, with what only the command line knows: wishes, conflicts, kinds and earlier groups
/// by their headings, and a mapping file that says what a column means. What cannot be read is named in a notice and
/// left aside; a file that is no list, and a mapping that points nowhere, are refused.
public final class RosterFile {

    /// The words of a mapping file.
    private static final Map<String, Column> WORDS = Map.ofEntries(
            Map.entry("id", Column.EXTERNAL_ID),
            Map.entry("name", Column.NAME),
            Map.entry("organisation", Column.ORGANISATION),
            Map.entry("role", Column.ROLE_TITLE),
            Map.entry("size", Column.TEAM_SIZE),
            Map.entry("stage", Column.STAGE),
            Map.entry("experience", Column.EXPERIENCE_YEARS),
            Map.entry("industry", Column.INDUSTRY),
            Map.entry("narrow industry", Column.SUBINDUSTRY),
            Map.entry("markets", Column.TAGS),
            Map.entry("competencies", Column.HAS_DONE),
            Map.entry("aims", Column.AIMS),
            Map.entry("place", Column.PLACE),
            Map.entry("country", Column.COUNTRY),
            Map.entry("zone", Column.TIME_ZONE),
            Map.entry("languages", Column.LANGUAGES),
            Map.entry("email", Column.EMAIL));

    /// What no page reads from a list.
    private static final Map<String, List<String>> MORE = Map.of(
            "kind", List.of("kind"),
            "earlier", List.of("earlier", "earlier group", "last group"),
            "wishes", List.of("wishes", "wishes for"),
            "conflicts", List.of("conflicts", "conflict"));

    private static final List<String> COUNTED = List.of(
            "role",
            "size",
            "stage",
            "experience",
            "industry",
            "narrow industry",
            "markets",
            "competencies",
            "aims",
            "languages");

    private static final int NAMED_AT_MOST = 20;

    private final Path file;
    private final RosterTable table;
    private final Mapping mapping;
    private final Map<String, Integer> more;
    private final List<String> notices = new ArrayList<>();

    public record Reading(List<Leader> leaders, List<String> notices) {}

    private RosterFile(Path file, RosterTable table, Map<String, String> chosen) {
        this.file = file;
        this.table = table;
        this.more = new HashMap<>();
        MORE.forEach((word, names) -> {
            int place = chosen.containsKey(word) ? place(chosen.get(word)) : place(names);
            if (place >= 0) {
                more.put(word, place);
            }
        });
        this.mapping = mapping(chosen);
        if (mapping.flaw(table.headings().size()).isPresent() && !mapping.has(Column.EXTERNAL_ID)) {
            throw new InputRefused(file + " has no column that says who a line is about (id or name); it has "
                    + String.join(", ", table.headings()) + ".");
        }
    }

    public static Reading read(Path file, @Nullable Path mapping) {
        Map<String, String> chosen = mapping == null ? Map.of() : readMapping(mapping);
        byte[] bytes = bytes(file);
        return switch (RosterText.guess(bytes)) {
            case RosterText.Guess.NoText(var problem) -> throw new InputRefused(file + ": " + Sentences.say(problem));
            case RosterText.Guess.Encoding(var encoding) -> {
                String text = RosterText.decode(bytes, encoding).orElseThrow();
                yield switch (RosterTable.read(text, RosterTable.guessSeparator(text))) {
                    case RosterTable.Reading.Refused(var problem) ->
                        throw new InputRefused(file + ": " + Sentences.say(problem));
                    case RosterTable.Reading.Table(var table) -> new RosterFile(file, table, chosen).read();
                };
            }
        };
    }

    private static Map<String, String> readMapping(Path mapping) {
        Map<String, String> chosen = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(mapping)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] sides = line.split("=", 2);
            String word = sides[0].strip().toLowerCase(Locale.ROOT);
            if (!WORDS.containsKey(word) && !MORE.containsKey(word)) {
                throw new InputRefused(mapping + ": \"" + sides[0].strip() + "\" is no meaning; there are "
                        + Stream.concat(WORDS.keySet().stream(), MORE.keySet().stream())
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".");
            }
            if (sides.length < 2) {
                throw new InputRefused(
                        mapping + ", line " + number + ": a line is meaning=column, not \"" + line + "\".");
            }
            chosen.put(word, sides[1].strip());
        }
        return chosen;
    }

    static List<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (NoSuchFileException missing) {
            throw new InputRefused("there is no file " + file + ".");
        } catch (CharacterCodingException encoded) {
            throw new InputRefused(file + " is not UTF-8.");
        } catch (IOException unreadable) {
            throw new InputRefused(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new InputRefused("there is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new InputRefused(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private int place(String heading) {
        int place = table.headings().indexOf(heading);
        if (place < 0) {
            throw new InputRefused(
                    file + " has no column \"" + heading + "\"; it has " + String.join(", ", table.headings()) + ".");
        }
        return place;
    }

    private int place(List<String> names) {
        return IntStream.range(0, table.headings().size())
                .filter(at -> names.contains(table.heading(at).replace('_', ' ').toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(-1);
    }

    private Mapping mapping(Map<String, String> chosen) {
        Map<Column, List<Integer>> places =
                new HashMap<>(Mapping.guess(table.headings()).places());
        chosen.forEach((word, heading) -> {
            if (WORDS.containsKey(word)) {
                int place = place(heading);
                places.values().removeIf(taken -> taken.contains(place));
                places.put(WORDS.get(word), List.of(place));
            }
        });
        places.values().removeIf(taken -> taken.stream().anyMatch(more::containsValue));
        return new Mapping(places);
    }

    private Reading read() {
        List<String> ignored = IntStream.range(0, table.headings().size())
                .filter(place -> mapping.meaningOf(place) == null && !more.containsValue(place))
                .mapToObj(table::heading)
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .toList();
        if (!ignored.isEmpty()) {
            notices.add("columns left aside because their meaning is not known: "
                    + ignored.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                    + " (--mapping says what a column means)");
        }
        List<Leader> leaders = leaders(Listed.of(table, mapping));
        if (leaders.isEmpty()) {
            throw new InputRefused(file + " has no people.");
        }
        long nowhere =
                leaders.stream().filter(leader -> leader.zone().isEmpty()).count();
        if (nowhere > 0) {
            notices.add(nowhere + " of " + leaders.size()
                    + " people have no place or zone that is known; they count as reachable from everywhere");
        }
        notices.addAll(unheard(leaders, "wishes for", Leader::wishes));
        notices.addAll(unheard(leaders, "is in conflict with", Leader::conflicts));
        return new Reading(List.copyOf(leaders), List.copyOf(notices));
    }

    private List<Leader> leaders(List<Listed> listed) {
        Map<String, Integer> namesakes = new HashMap<>();
        Map<String, Integer> missing = new HashMap<>();
        List<String> flaws = new ArrayList<>();
        for (Listed row : listed) {
            if (row instanceof Listed.Somebody somebody) {
                namesakes.merge(name(somebody), 1, Integer::sum);
            }
        }
        List<Leader> leaders = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (int k = 0; k < listed.size(); k++) {
            switch (listed.get(k)) {
                case Listed.Nobody(var line, var problem) ->
                    flaws.add("line " + line + " is left aside: " + Sentences.say(problem));
                case Listed.Somebody somebody -> {
                    String id = id(somebody, namesakes);
                    Integer before = lineOf.putIfAbsent(id, somebody.line());
                    if (before != null) {
                        flaws.add("line " + somebody.line() + " is left aside: " + id + " stands on line " + before
                                + " already");
                        continue;
                    }
                    somebody.flaws()
                            .forEach(flaw -> flaws.add("line " + somebody.line() + ", column " + flaw.heading() + ": "
                                    + Sentences.say(flaw.problem()) + " The cell is left aside."));
                    COUNTED.forEach(word -> {
                        Column column = Objects.requireNonNull(WORDS.get(word));
                        if (mapping.has(column) && somebody.text(column).isEmpty()) {
                            missing.merge(word, 1, Integer::sum);
                        }
                    });
                    leaders.add(leader(id, somebody, table.rows().get(k)));
                }
            }
        }
        notices.addAll(some(flaws));
        COUNTED.stream()
                .filter(missing::containsKey)
                .forEach(word -> notices.add(missing.get(word) + " of " + leaders.size() + " people have no " + word
                        + "; it counts half for them"));
        return leaders;
    }

    private static String name(Listed.Somebody somebody) {
        return somebody.text(Column.NAME).isEmpty() ? somebody.text(Column.ORGANISATION) : somebody.text(Column.NAME);
    }

    /// The id that rules and wishes go by: what the list says, or the name, with more where several have it.
    private static String id(Listed.Somebody somebody, Map<String, Integer> namesakes) {
        String id = somebody.text(Column.EXTERNAL_ID);
        String name = name(somebody);
        if (!id.isEmpty() || namesakes.getOrDefault(name, 0) < 2) {
            return id.isEmpty() ? name : id;
        }
        return Stream.of(Column.ORGANISATION, Column.EMAIL, Column.PLACE)
                .map(somebody::text)
                .filter(text -> !text.isEmpty() && !text.equals(name))
                .collect(Collectors.joining(", ", name + ", ", ""));
    }

    private Leader leader(String id, Listed.Somebody somebody, RosterTable.Row row) {
        String stage = somebody.text(Column.STAGE);
        String place = Leader.place(somebody.text(Column.PLACE), somebody.text(Column.COUNTRY));
        String size = somebody.text(Column.TEAM_SIZE);
        String years = somebody.text(Column.EXPERIENCE_YEARS);
        return new Leader(
                id,
                name(somebody),
                Leader.levelOf(somebody.text(Column.ROLE_TITLE)),
                size.isEmpty() || size.equals("0")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Double.parseDouble(size)),
                Leader.stageOf(stage),
                years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(years)),
                somebody.text(Column.INDUSTRY),
                somebody.text(Column.SUBINDUSTRY),
                Leader.words(somebody.text(Column.TAGS)),
                Leader.words(somebody.text(Column.HAS_DONE)),
                Leader.words(somebody.text(Column.AIMS)),
                place,
                Leader.hoursOf(somebody.text(Column.TIME_ZONE), place),
                Optional.empty(),
                Leader.words(somebody.text(Column.LANGUAGES)),
                more.containsKey("kind") ? cell(row, "kind") : stage.toLowerCase(Locale.ROOT),
                cell(row, "earlier"),
                others(row, "wishes"),
                others(row, "conflicts"));
    }

    private String cell(RosterTable.Row row, String word) {
        Integer place = more.get(word);
        return place == null ? "" : row.cells().get(place).strip();
    }

    private Set<String> others(RosterTable.Row row, String word) {
        return Stream.of(cell(row, word).split(";", -1))
                .map(String::strip)
                .filter(other -> !other.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What somebody says of others who are not on the roster, or of themselves, is left aside and named.
    private static List<String> unheard(List<Leader> leaders, String says, Function<Leader, Set<String>> others) {
        Set<String> known = new HashSet<>();
        leaders.forEach(leader -> known.add(leader.id()));
        List<String> notices = new ArrayList<>();
        for (Leader leader : leaders) {
            for (String other : new TreeSet<>(others.apply(leader))) {
                if (other.equals(leader.id())) {
                    notices.add(leader.id() + " " + says + " themselves, which is left aside");
                } else if (!known.contains(other)) {
                    notices.add(leader.id() + " " + says + " " + other
                            + ", and nobody on the roster is called so; it is left aside");
                }
            }
        }
        return some(notices);
    }

    private static List<String> some(List<String> notices) {
        return notices.size() <= NAMED_AT_MOST
                ? notices
                : Stream.concat(
                                notices.stream().limit(NAMED_AT_MOST),
                                Stream.of("and " + (notices.size() - NAMED_AT_MOST) + " more of this kind"))
                        .toList();
    }
}
