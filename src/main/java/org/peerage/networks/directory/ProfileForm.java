package org.peerage.networks.directory;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.peerage.networks.LeaderFacts;
import org.peerage.rosters.Column;
import org.peerage.web.Message;

/// What is said about a leader, by themselves or by who convenes the network: as typed, column by column.
record ProfileForm(Map<Column, String> typed) {

    /// Which of them a person says about themselves.
    static final List<Column> FIELDS = List.of(
            Column.NAME,
            Column.ROLE_TITLE,
            Column.ORGANISATION,
            Column.EMAIL,
            Column.INDUSTRY,
            Column.SUBINDUSTRY,
            Column.TAGS,
            Column.TEAM_SIZE,
            Column.STAGE,
            Column.PLACE,
            Column.COUNTRY,
            Column.TIME_ZONE,
            Column.REMOTE,
            Column.LANGUAGES,
            Column.EXPERIENCE_YEARS,
            Column.HAS_DONE,
            Column.AIMS);

    /// Several words in one field, parted by semicolons.
    static final List<Column> OF_SEVERAL_WORDS = List.of(Column.LANGUAGES, Column.HAS_DONE, Column.AIMS);

    sealed interface Parsed {

        record Valid(LeaderFacts facts) implements Parsed {}

        record Invalid(Map<Column, Message> wrong) implements Parsed {}
    }

    static ProfileForm of(List<Column> fields, Map<String, String> parameters) {
        return of(fields, column -> parameters.getOrDefault(column.key(), ""));
    }

    static ProfileForm of(List<Column> fields, Function<Column, String> text) {
        var typed = new EnumMap<Column, String>(Column.class);
        fields.forEach(column -> typed.put(column, text.apply(column)));
        return new ProfileForm(typed);
    }

    /// Upon what is known already, of which only the fields are to be changed: the roster's id and status never are.
    ///
    /// @param names of these, one must be said
    /// @param nameless what is wrong where none is
    Parsed parse(LeaderFacts before, List<Column> names, String nameless) {
        var wrong = new LinkedHashMap<Column, Message>();
        var facts = before;
        for (var field : typed.entrySet()) {
            var column = field.getKey();
            switch (column.read(field.getValue())) {
                case Column.Cell.Read(var text) -> facts = facts.with(column, text);
                case Column.Cell.Unreadable(var problem) -> wrong.put(column, problem);
            }
        }
        if (names.stream().map(facts::text).allMatch(String::isEmpty)) {
            wrong.putIfAbsent(Column.NAME, Message.of(nameless));
        }
        return wrong.isEmpty() ? new Parsed.Valid(facts) : new Parsed.Invalid(wrong);
    }
}
