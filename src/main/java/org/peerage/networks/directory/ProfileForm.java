package org.peerage.networks.directory;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.networks.Column;
import org.peerage.networks.LeaderFacts;
import org.peerage.web.Message;

/// What a person says about themselves in a network, as typed, column by column.
record ProfileForm(Map<Column, String> typed) {

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

    static ProfileForm of(Map<String, String> parameters) {
        var typed = new EnumMap<Column, String>(Column.class);
        FIELDS.forEach(column -> typed.put(column, parameters.getOrDefault(column.key(), "")));
        return new ProfileForm(typed);
    }

    static ProfileForm of(LeaderFacts facts) {
        var typed = new EnumMap<Column, String>(Column.class);
        FIELDS.forEach(column -> typed.put(column, facts.text(column)));
        return new ProfileForm(typed);
    }

    /// Upon what is known already: the roster's id and status are not the person's to change.
    Parsed parse(LeaderFacts before) {
        var wrong = new LinkedHashMap<Column, Message>();
        var facts = before;
        for (var column : FIELDS) {
            switch (column.read(typed.getOrDefault(column, ""))) {
                case Column.Cell.Read(var text) -> facts = facts.with(column, text);
                case Column.Cell.Unreadable(var problem) -> wrong.put(column, problem);
            }
        }
        if (facts.text(Column.NAME).isEmpty()) {
            wrong.putIfAbsent(Column.NAME, new Message("networks.profile.wrong.name", List.of()));
        }
        return wrong.isEmpty() ? new Parsed.Valid(facts) : new Parsed.Invalid(wrong);
    }
}
