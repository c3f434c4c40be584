package org.peerage.composition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Why somebody sits here, or not there, or nowhere; why two may not sit together; which wishes cannot hold. Values
/// only: the sentence is a text of `messages/composition.properties`, the same for a page and for the command line.
public sealed interface Reason {

    /// The values that the text of this reason asks for: numbers, words, leaders, criteria, other reasons, or
    /// lists of these. They are what the record holds, in its order, unless it says otherwise.
    default List<Object> arguments() {
        return Arrays.stream(getClass().getRecordComponents())
                .map(component -> held(component.getAccessor()))
                .toList();
    }

    private Object held(Method accessor) {
        try {
            return Objects.requireNonNull(accessor.invoke(this));
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The name of the text.
    default String key() {
        String name = getClass().getSimpleName();
        return "composition.reason." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// The reason as a sentence; `texts` gives the text with this name and these arguments.
    default String in(BiFunction<String, Object[], String> texts) {
        return said(texts);
    }

    /// The same as whatever `texts` makes of a name and its arguments, such as what will say it later. What is listed
    /// is joined now, so that this is for reasons that list nothing but names and words.
    default <T> T said(BiFunction<String, Object[], T> texts) {
        return texts.apply(
                key(),
                arguments().stream().map(argument -> worded(argument, texts)).toArray());
    }

    /// Several reasons as sentences one after the other.
    static String in(List<? extends Reason> reasons, BiFunction<String, Object[], String> texts) {
        return reasons.stream().map(reason -> reason.in(texts)).collect(Collectors.joining(" "));
    }

    private static <T> Object worded(Object argument, BiFunction<String, Object[], T> texts) {
        return switch (argument) {
            case Reason reason -> reason.said(texts);
            case Criterion criterion -> texts.apply(criterion.key(), new Object[0]);
            case Leader leader -> leader.name();
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Sentence ->
                list.stream().map(each -> worded(each, texts).toString()).collect(Collectors.joining(" "));
            case List<?> list -> listed(list, texts);
            default -> argument;
        };
    }

    private static <T> Object listed(List<?> list, BiFunction<String, Object[], T> texts) {
        List<String> words =
                list.stream().map(each -> worded(each, texts).toString()).toList();
        if (words.size() < 2) {
            return String.join("", words);
        }
        return texts.apply("composition.and", new Object[] {
            String.join(", ", words.subList(0, words.size() - 1)), words.getLast()
        });
    }

    /// A reason whose text is a whole sentence; the others are parts of one.
    sealed interface Sentence extends Reason {}

    /// A hard rule between two people, or between somebody and a group.
    sealed interface Rule extends Sentence {}

    record KeptApart(Leader one, Leader other) implements Rule {}

    record CompeteByTable(Leader one, Leader other) implements Rule {}

    record Compete(Leader one, Leader other, String narrowIndustry, List<String> markets) implements Rule {}

    /// Neither, or only one of them, says to whom they sell, and both are in the same town.
    record CompeteInTown(Leader one, Leader other, String narrowIndustry, String town) implements Rule {}

    /// Whether these compete with others is not known: nothing is said of their industry.
    record IndustryUnknown(List<Leader> who) implements Sentence {
        @Override
        public List<Object> arguments() {
            return List.of(who.size(), who);
        }
    }

    /// Whether these compete is not known: their industry holds too many different trades.
    record IndustryBroad(List<Leader> who, String industry) implements Sentence {}

    /// Whether these compete is not known: not of all of them is known to whom they sell or where they are.
    record MarketUnknown(List<Leader> who, String narrowIndustry) implements Sentence {}

    /// Of so many people it is not known whom they compete with: without an industry, in one that is too broad, without
    /// a market or a town.
    record CompetitionUnknown(int withoutIndustry, int tooBroad, int withoutMarket, int of) implements Sentence {}

    record Conflict(Leader one, Leader other) implements Rule {}

    record HoursApart(Leader one, Leader other, double hours, double allowed) implements Rule {}

    record KilometresApart(Leader one, Leader other, long kilometres, long allowed) implements Rule {}

    record NoSharedLanguage(Leader one, Leader other) implements Rule {}

    /// Every two share one, but no language is common to the whole group.
    record NoCommonLanguage(String group) implements Rule {}

    record NoLanguageAmong(List<Leader> people) implements Rule {}

    record Full(String group, int seats) implements Rule {}

    record TooFewLeft(String group, int left, int least) implements Rule {}

    record LockedTo(Leader leader, String group) implements Rule {}

    record Together(Leader one, Leader other) implements Rule {}

    /// Ties would put more people into one group than may sit there.
    record TooManyTied(int people, int most) implements Rule {}

    /// Splitting needs twice the least that may sit in a group, and halves that nobody's ties prevent.
    record TooFewToSplit(String group, int people, int least) implements Rule {}

    /// The fewest wishes and rules that contradict each other; the first was given up.
    record CannotHold(List<Rule> parts) implements Sentence {}

    /// The smallest number of people who exclude each other and are more than all the groups that can be made.
    record TooManyExclude(List<Leader> people, int groups, int least) implements Sentence {
        @Override
        public List<Object> arguments() {
            return List.of(people.size(), people, groups, least);
        }
    }

    /// The roster says nothing by which one pair would suit better than another.
    record NothingTold(int people) implements Sentence {}

    /// With a limit on distance: places that are not known keep nobody apart.
    record PlacesUnknown(int unknown, int of) implements Sentence {}

    /// Seats are locked in more groups than the people can make.
    record TooManyLocks(List<String> names, int people, int groups) implements Sentence {}

    record SeatLocked() implements Sentence {}

    record SitsWith(List<Leader> others) implements Sentence {}

    /// Each would like to sit with the other.
    record WishedBothWays(List<Leader> people) implements Sentence {}

    record FitsTheOthers(double share, List<Share> most) implements Sentence {
        @Override
        public List<Object> arguments() {
            return List.of(percent(share), most.size(), most);
        }
    }

    /// One criterion and how far it is met.
    record Share(Criterion criterion, double share) implements Reason {
        @Override
        public List<Object> arguments() {
            return List.of(criterion, percent(share));
        }
    }

    record ElsewhereFits(String group, double there, double here) implements Sentence {
        @Override
        public List<Object> arguments() {
            return List.of(group, percent(there), percent(here));
        }
    }

    record WouldFit(String group, double there) implements Sentence {
        @Override
        public List<Object> arguments() {
            return List.of(group, percent(there));
        }
    }

    record OthersWouldLose() implements Sentence {}

    record NoOtherGroup() implements Sentence {}

    record TooFewPeople(int people, int least) implements Sentence {}

    record NobodyTogether(int least) implements Sentence {}

    record SeatOpen(String group) implements Sentence {}

    record LawfulGroupsFull(int groups, int most) implements Sentence {}

    record NotIn(String group, Rule rule) implements Sentence {}

    private static long percent(double share) {
        return Math.round(100 * share);
    }
}
