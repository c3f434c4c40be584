package org.peerage.composition.commandline;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Leader;
import org.peerage.composition.kernel.InputRefused;

/// Reads a roster with any columns. A column is understood by its name, or by a mapping file; one that is not
/// is named in a notice and left aside. A mapping that points nowhere, a person twice, a number that is none:
/// refused.
public final class RosterFile {

    /// What a column can mean, and by which names it is known.
    enum Meaning {
        ID("id"),
        NAME("name|leader|person|company|organisation|organization"),
        ROLE("role|title|role title|job title"),
        SIZE("size|team size|employees|headcount|organisation size"),
        STAGE("stage"),
        EXPERIENCE("experience|years|years of experience"),
        INDUSTRY("industry|sector"),
        NARROW("narrow industry|subindustry|sub-industry"),
        MARKETS("markets|market|tags"),
        COMPETENCIES("competencies|competences|has done|skills"),
        AIMS("aims|aims at|goals"),
        PLACE("place|location|city"),
        ZONE("zone|time zone|timezone"),
        LANGUAGES("languages|language"),
        KIND("kind"),
        EARLIER("earlier|earlier group|last group"),
        WISHES("wishes|wishes for"),
        CONFLICTS("conflicts|conflict");

        /// Separated by a bar, the word of the mapping file first.
        private final String names;

        Meaning(String names) {
            this.names = names;
        }

        List<String> names() {
            return List.of(names.split("\\|", -1));
        }

        String word() {
            return names().getFirst();
        }
    }

    public record Reading(List<Leader> leaders, List<String> notices) {}

    private static final int LEADERS_AT_MOST = 200_000;
    private static final int NAMED_AT_MOST = 20;

    private RosterFile() {}

    public static Reading read(Path file, @Nullable Path mapping) {
        Map<Meaning, String> chosen = mapping == null ? Map.of() : readMapping(mapping);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new StringReader(text(file)), format)) {
            return read(file, rows, chosen);
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new InputRefused(file + " is not a readable CSV: " + unreadable.getMessage() + ".");
        }
    }

    private static Map<Meaning, String> readMapping(Path mapping) {
        Map<Meaning, String> chosen = new EnumMap<>(Meaning.class);
        int number = 0;
        for (String line : lines(mapping)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] sides = line.split("=", 2);
            Meaning meaning = Arrays.stream(Meaning.values())
                    .filter(known -> known.word().equals(sides[0].strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new InputRefused(mapping + ": \"" + sides[0].strip()
                            + "\" is no meaning; there are "
                            + Arrays.stream(Meaning.values()).map(Meaning::word).collect(Collectors.joining(", "))
                            + "."));
            if (sides.length < 2) {
                throw new InputRefused(
                        mapping + ", line " + number + ": a line is meaning=column, not \"" + line + "\".");
            }
            chosen.put(meaning, sides[1].strip());
        }
        return chosen;
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    /// Spreadsheets begin a text with a mark of its byte order; it says nothing of the first heading or word.
    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw new InputRefused("there is no file " + file + ".");
        } catch (CharacterCodingException encoded) {
            throw new InputRefused(file + " is not UTF-8; save it as \"CSV UTF-8\".");
        } catch (IOException unreadable) {
            throw new InputRefused(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static Reading read(Path file, CSVParser rows, Map<Meaning, String> chosen) {
        List<String> headers = rows.getHeaderNames();
        Map<Meaning, String> columns = columns(file, headers, chosen);
        List<String> notices = new ArrayList<>();
        Set<String> ignored = new LinkedHashSet<>(headers);
        ignored.removeAll(columns.values());
        if (!ignored.isEmpty()) {
            notices.add("columns left aside because their meaning is not known: " + String.join(", ", ignored)
                    + " (--mapping says what a column means)");
        }
        List<Leader> leaders = new ArrayList<>();
        Map<String, Long> lineOf = new HashMap<>();
        Map<Meaning, Integer> missing = new EnumMap<>(Meaning.class);
        for (CSVRecord row : rows) {
            Leader leader = new Row(file, row, columns).leader();
            Long before = lineOf.putIfAbsent(leader.id(), row.getRecordNumber() + 1);
            if (before != null) {
                throw new InputRefused(file + ": " + leader.id() + " stands on row " + before + " and again on row "
                        + (row.getRecordNumber() + 1) + ".");
            }
            columns.forEach((meaning, column) -> {
                if (row.get(column).isBlank()) {
                    missing.merge(meaning, 1, Integer::sum);
                }
            });
            leaders.add(leader);
            if (leaders.size() > LEADERS_AT_MOST) {
                throw new InputRefused(file + " has more than " + LEADERS_AT_MOST + " people.");
            }
        }
        if (leaders.isEmpty()) {
            throw new InputRefused(file + " has a heading and no people.");
        }
        missing.forEach((meaning, count) -> {
            if (meaning != Meaning.WISHES && meaning != Meaning.CONFLICTS && meaning != Meaning.EARLIER) {
                notices.add(count + " of " + leaders.size() + " people have no " + meaning.word()
                        + "; it counts half for them");
            }
        });
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

    /// What somebody says of others who are not on the roster, or of themselves, is left aside and named.
    private static List<String> unheard(List<Leader> leaders, String says, Function<Leader, Set<String>> others) {
        Set<String> known = leaders.stream().map(Leader::id).collect(Collectors.toSet());
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
        return notices.size() <= NAMED_AT_MOST
                ? notices
                : Stream.concat(
                                notices.stream().limit(NAMED_AT_MOST),
                                Stream.of("and " + (notices.size() - NAMED_AT_MOST) + " more of this kind"))
                        .toList();
    }

    private static Map<Meaning, String> columns(Path file, List<String> headers, Map<Meaning, String> chosen) {
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        for (Map.Entry<Meaning, String> wanted : chosen.entrySet()) {
            if (!headers.contains(wanted.getValue())) {
                throw new InputRefused(file + " has no column \"" + wanted.getValue() + "\"; it has "
                        + String.join(", ", headers) + ".");
            }
            columns.put(wanted.getKey(), wanted.getValue());
        }
        for (Meaning meaning : Meaning.values()) {
            for (String name : meaning.names()) {
                for (String header : headers) {
                    if (header.replace('_', ' ').toLowerCase(Locale.ROOT).equals(name)
                            && !columns.containsValue(header)) {
                        columns.putIfAbsent(meaning, header);
                    }
                }
            }
        }
        if (!columns.containsKey(Meaning.ID) && !columns.containsKey(Meaning.NAME)) {
            throw new InputRefused(file + " has no column that says who a line is about (id or name); it has "
                    + String.join(", ", headers) + ".");
        }
        return columns;
    }

    private record Row(Path file, CSVRecord row, Map<Meaning, String> columns) {

        Leader leader() {
            String id = text(Meaning.ID).isEmpty() ? text(Meaning.NAME) : text(Meaning.ID);
            if (id.isEmpty()) {
                throw new InputRefused(where() + " says neither id nor name.");
            }
            String zone = text(Meaning.ZONE);
            OptionalDouble hours = Leader.hoursOf(zone, text(Meaning.PLACE));
            if (!zone.isEmpty() && hours.isEmpty()) {
                throw new InputRefused(where() + ": \"" + zone + "\" is no time zone; Europe/Oslo or UTC+2 are.");
            }
            String stage = text(Meaning.STAGE).toLowerCase(Locale.ROOT);
            return new Leader(
                    id,
                    text(Meaning.NAME).isEmpty() ? id : text(Meaning.NAME),
                    Leader.levelOf(text(Meaning.ROLE)),
                    size(),
                    stage(stage),
                    experience(),
                    text(Meaning.INDUSTRY),
                    text(Meaning.NARROW),
                    many(Meaning.MARKETS),
                    many(Meaning.COMPETENCIES),
                    many(Meaning.AIMS),
                    text(Meaning.PLACE),
                    hours,
                    Optional.empty(),
                    many(Meaning.LANGUAGES),
                    columns.containsKey(Meaning.KIND) ? text(Meaning.KIND) : stage,
                    text(Meaning.EARLIER),
                    many(Meaning.WISHES),
                    many(Meaning.CONFLICTS));
        }

        private String text(Meaning meaning) {
            String column = columns.get(meaning);
            return column == null || !row.isSet(column) ? "" : row.get(column).strip();
        }

        private Set<String> many(Meaning meaning) {
            return Arrays.stream(text(meaning).split(";", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        }

        private OptionalDouble size() {
            String text = text(Meaning.SIZE).replace("'", "").replace(" ", "");
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            double size = number(text, Meaning.SIZE);
            return size < 1 ? OptionalDouble.empty() : OptionalDouble.of(size);
        }

        private OptionalInt experience() {
            String text = text(Meaning.EXPERIENCE);
            return text.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) Math.clamp(Math.round(number(text, Meaning.EXPERIENCE)), 0L, 60L));
        }

        private double number(String text, Meaning meaning) {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number) && number >= 0) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw new InputRefused(where() + ": " + meaning.word() + " should be a number, not \"" + text + "\".");
            }
            throw new InputRefused(
                    where() + ": " + meaning.word() + " should be a number from 0 up, not \"" + text + "\".");
        }

        private OptionalInt stage(String text) {
            if (text.isEmpty()) {
                return OptionalInt.empty();
            }
            OptionalInt known = Leader.stageOf(text);
            if (known.isPresent()) {
                return known;
            }
            throw new InputRefused(where() + ": the stage \"" + text + "\" is not known; there are "
                    + Leader.STAGES.stream().map(List::getLast).collect(Collectors.joining(", ")) + ".");
        }

        private String where() {
            return file + ", row " + (row.getRecordNumber() + 1);
        }
    }
}
