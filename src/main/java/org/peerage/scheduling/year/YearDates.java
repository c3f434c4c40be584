package org.peerage.scheduling.year;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.scheduling.DateForm;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.scheduling.MeetingTime;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proposes a year of dates, and sets those that whoever arranges has chosen of them. Until then nothing is kept.
@Component
class YearDates {

    private final Dates dates;
    private final Circles circles;
    private final Groups groups;
    private final InstantSource clock;

    YearDates(Dates dates, Circles circles, Groups groups, InstantSource clock) {
        this.dates = dates;
        this.circles = circles;
        this.groups = groups;
        this.clock = clock;
    }

    /// As the group meets already, where it does.
    @Transactional(readOnly = true)
    YearPage fresh(GroupId group) {
        var circle = circles.arranged(group);
        var last = dates.ahead(group).stream().map(GroupDate::time).reduce((_, later) -> later);
        var zone = last.map(MeetingTime::zone).orElseGet(circle::zone);
        var today = clock.instant().atZone(zone).toLocalDate();
        return YearPage.of(
                circle,
                today,
                last.map(YearForm::after)
                        .orElseGet(() -> YearForm.first(today, zone))
                        .meeting(perYear(group)),
                last.map(DateForm::like).orElseGet(() -> DateForm.empty(zone, groups.meetingMinutes(group))));
    }

    @Transactional(readOnly = true)
    YearPage preview(GroupId group, YearForm form, DateForm common) {
        var circle = circles.arranged(group);
        var now = clock.instant();
        var page = YearPage.of(circle, now.atZone(circle.zone()).toLocalDate(), form, common);
        if (common.parse(now, List.of()) instanceof DateForm.Wrong(var wrong)) {
            return page.with(wrong);
        }
        var draft = form.draft();
        var zone = ZoneId.of(common.zone());
        var ahead = dates.ahead(group).stream()
                .map(date -> date.time().startsAt().atZone(zone).toLocalDate())
                .toList();
        var lines = IntStream.range(0, draft.days().size())
                .mapToObj(place -> line(place, draft.days().get(place), form, common, ahead, now))
                .toList();
        return page.with(
                new YearPage.Preview(lines, draft.unread(), perYear(group)),
                lines.isEmpty() ? Map.of("days", "scheduling.year.none") : Map.of());
    }

    private int perYear(GroupId group) {
        return groups.terms(group).map(CharterTerms::meetingsPerYear).orElse(12);
    }

    private static YearPage.Line line(
            int place, YearForm.Proposed proposed, YearForm form, DateForm common, List<LocalDate> ahead, Instant now) {
        var day = proposed.day();
        var notes = new ArrayList<Message>();
        var refused = common.parse(now, List.of(day)) instanceof DateForm.Wrong(var wrong)
                ? wrong.values().stream().findFirst().orElseThrow()
                : "";
        if (!refused.isEmpty()) {
            notes.add(Message.of(refused));
        }
        Holidays.on(day, form.country())
                .ifPresent(holiday ->
                        notes.add(Message.of("scheduling.year.holiday", Message.of("scheduling.holiday." + holiday))));
        ahead.stream()
                .filter(other -> YearMonth.from(other).equals(YearMonth.from(day)))
                .findFirst()
                .ifPresent(other -> notes.add(Message.of("scheduling.year.taken", other)));
        // Once somebody has looked, what they chose stands.
        var chosen = proposed.chosen()
                && refused.isEmpty()
                && (!ahead.contains(day) || !form.day().isEmpty());
        return new YearPage.Line(place, day, chosen, List.copyOf(notes));
    }

    /// Empty once they are set; otherwise what is wrong with them. `first` is of the form, which sent twice acts once.
    @Transactional
    Optional<YearPage> set(UUID first, GroupId group, YearForm form, DateForm common) {
        var circle = circles.arranged(group);
        var chosen = form.chosen();
        if (chosen.isEmpty()) {
            return Optional.of(preview(group, form, common).with(Map.of("days", "scheduling.year.none.chosen")));
        }
        return switch (common.parse(clock.instant(), chosen)) {
            case DateForm.Wrong(var wrong) ->
                Optional.of(preview(group, form, common).with(wrong));
            case DateForm.Planned(var times, var venue) -> {
                dates.set(new DateId(first), circle.id(), times, venue);
                yield Optional.empty();
            }
        };
    }
}
