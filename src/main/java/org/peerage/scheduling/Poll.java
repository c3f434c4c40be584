package org.peerage.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;

/// When a group could meet, and who can.
///
/// @param closesOn the last day on which one may answer, by the clock of `zone`
/// @param instead the date that moves to what is chosen; null where a new one is looked for
/// @param options that are offered, first come first
record Poll(
        UUID id,
        GroupId group,
        ZoneId zone,
        LocalDate closesOn,
        boolean open,
        @Nullable DateId instead,
        List<Option> options) {

    enum Word {
        YES,
        MAYBE,
        NO
    }

    /// A moment and a length. `counts` says how many said which word.
    record Option(UUID id, Instant startsAt, int minutes, Map<Word, Integer> counts) {

        int count(Word word) {
            return counts.getOrDefault(word, 0);
        }

        int can() {
            return count(Word.YES) + count(Word.MAYBE);
        }
    }

    Instant closesAt() {
        return closesOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean answerable(Instant now) {
        return open && now.isBefore(closesAt());
    }

    Optional<Option> option(UUID wanted) {
        return options.stream().filter(option -> option.id().equals(wanted)).findFirst();
    }

    MeetingTime time(Option option) {
        return new MeetingTime(option.startsAt().atZone(zone).toLocalDateTime(), zone, option.minutes());
    }

    /// That most can make; among equals the one that most can make easily, and then the first to come.
    Optional<Option> best(Instant now) {
        return options.stream()
                .filter(option -> option.can() > 0 && option.startsAt().isAfter(now))
                .min(Comparator.comparing(Option::can, Comparator.reverseOrder())
                        .thenComparing(option -> option.count(Word.YES), Comparator.reverseOrder())
                        .thenComparing(Option::startsAt));
    }

    /// Everything that is offered has a word.
    boolean complete(Map<UUID, Word> words) {
        return options.stream().allMatch(option -> words.containsKey(option.id()));
    }
}
