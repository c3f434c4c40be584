package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.places.Places;
import org.peerage.places.Town;
import org.peerage.rosters.SameWords;

/// Who competes with whom, from profiles (S1.5): the same narrow industry and a market in common. Where one of the two
/// does not say to whom they sell, the town stands for the market.
///
/// A narrow industry that more than two in a hundred of the roster are in, and more than [#NEVER_BROAD] people, is
/// broad; in a broad one a market that as large a part of the roster names ("SaaS") tells nothing. What cannot be told
/// is said ([#among]), and nobody is kept apart for it. People correct the table pair by pair; whatever it says can
/// be explained.
public final class Competitors {

    static final double TOO_COMMON = 0.02;
    /// Twice a full group: so few may all be kept apart.
    static final int NEVER_BROAD = 24;
    /// A full group.
    static final int NEVER_COMMON = 12;

    private final List<Leader> leaders;
    private final List<Trade> trades;
    /// The markets of each by what is the same in all ways of writing them, as each has written them.
    private final List<Map<String, String>> markets;
    private final Map<Trade, Integer> inTrade;
    private final Map<String, Integer> naming;
    private final Map<Town, Integer> living;
    private final List<Optional<Town>> towns;
    private final double broad;
    private final double common;
    private final Set<Rules.Pair> added;
    private final Set<Rules.Pair> struck;
    private final boolean byProfile;

    /// Industry and narrow industry, however they are written.
    private record Trade(String industry, String narrow) {

        static Trade of(Leader leader) {
            return new Trade(SameWords.of(leader.industry()), SameWords.of(leader.narrowIndustry()));
        }

        boolean isNarrow() {
            return !narrow.isEmpty();
        }

        boolean isUnknown() {
            return industry.isEmpty() && narrow.isEmpty();
        }

        /// By their industries alone.
        boolean apart(Trade other) {
            return (!industry.isEmpty() && !other.industry.isEmpty() && !industry.equals(other.industry))
                    || (isNarrow() && other.isNarrow() && !narrow.equals(other.narrow));
        }
    }

    public Competitors(List<Leader> leaders, Rules rules) {
        this.leaders = leaders;
        this.trades = leaders.stream().map(Trade::of).toList();
        Map<String, String> keys = new HashMap<>();
        this.markets = leaders.stream()
                .map(leader -> leader.markets().stream()
                        .collect(Collectors.toMap(
                                market -> keys.computeIfAbsent(market, Competitors::marketKey),
                                Function.identity(),
                                (first, _) -> first)))
                .toList();
        Map<String, Optional<Town>> found = new HashMap<>();
        this.towns = leaders.stream()
                .map(leader -> found.computeIfAbsent(leader.place(), Places::find))
                .toList();
        this.inTrade = counted(trades.stream().filter(Trade::isNarrow));
        this.naming = counted(markets.stream().flatMap(named -> named.keySet().stream()));
        this.living = counted(towns.stream().flatMap(Optional::stream));
        this.broad = Math.max(NEVER_BROAD, TOO_COMMON * leaders.size());
        this.common = Math.max(NEVER_COMMON, TOO_COMMON * leaders.size());
        this.added = bothWays(rules.competitors());
        this.struck = bothWays(rules.notCompetitors());
        this.byProfile = rules.competing();
    }

    private static <T> Map<T, Integer> counted(Stream<T> all) {
        return all.collect(Collectors.toMap(Function.identity(), one -> 1, Integer::sum));
    }

    /// The number of the narrow industry that each leader is in; -1 where it is not known, and nobody competes by it.
    int[] tradeNumbers() {
        Map<Trade, Integer> numbers = new HashMap<>();
        return trades.stream()
                .mapToInt(trade ->
                        byProfile && trade.isNarrow() ? numbers.computeIfAbsent(trade, unseen -> numbers.size()) : -1)
                .toArray();
    }

    /// The markets of each leader that tell something, as bits.
    BitSet[] marketBits() {
        Map<Object, Integer> numbers = new HashMap<>();
        BitSet[] bits = new BitSet[leaders.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = new BitSet();
            for (String market : telling(i)) {
                bits[i].set(numbers.computeIfAbsent(market, unseen -> numbers.size()));
            }
        }
        return bits;
    }

    /// The number of the town each leader can compete in, -1 where there is none.
    int[] townNumbers() {
        Map<Town, Integer> numbers = new HashMap<>();
        int[] all = new int[leaders.size()];
        for (int i = 0; i < all.length; i++) {
            int at = i;
            all[i] = towns.get(i)
                    .filter(town -> tellsOf(at, town))
                    .map(town -> numbers.computeIfAbsent(town, unseen -> numbers.size()))
                    .orElse(-1);
        }
        return all;
    }

    boolean compete(int i, int j) {
        return explain(i, j).isPresent();
    }

    /// Why the two cannot sit together, or nothing if they can.
    Optional<Reason.Rule> explain(int i, int j) {
        return answer(i, j) instanceof Answer.Compete(var why) ? Optional.of(why) : Optional.empty();
    }

    /// All that forbids these to sit together, each pair once, and then what could not be told of them.
    List<Reason.Sentence> among(int[] people) {
        return among(people, people.length);
    }

    /// The same of the first so many with all the others.
    List<Reason.Sentence> among(int[] people, int first) {
        List<Reason.Sentence> all = new ArrayList<>();
        Map<Unknown, Set<Integer>> unknown = new LinkedHashMap<>();
        for (int a = 0; a < first; a++) {
            for (int b = a + 1; b < people.length; b++) {
                switch (answer(people[a], people[b])) {
                    case Answer.Compete(var why) -> all.add(why);
                    case Answer.NotTold(var what, var who) ->
                        unknown.computeIfAbsent(what, unseen -> new TreeSet<>()).addAll(who);
                    case Answer.Apart() -> {}
                }
            }
        }
        unknown.forEach(
                (what, who) -> all.add(what.about(who.stream().map(leaders::get).toList())));
        return List.copyOf(all);
    }

    /// Whether two compete.
    private sealed interface Answer {

        record Compete(Reason.Rule why) implements Answer {}

        record Apart() implements Answer {}

        record NotTold(Unknown what, List<Integer> who) implements Answer {}
    }

    /// What would have to be known; people who lack the same are named together.
    private record Unknown(Lacking lacking, String industry) {

        Reason.Sentence about(List<Leader> who) {
            return switch (lacking) {
                case INDUSTRY -> new Reason.IndustryUnknown(who);
                case NARROWER -> new Reason.IndustryBroad(who, industry);
                case MARKET -> new Reason.MarketUnknown(who, industry);
            };
        }
    }

    private enum Lacking {
        INDUSTRY,
        NARROWER,
        MARKET
    }

    private Answer answer(int i, int j) {
        Leader one = leaders.get(i);
        Leader other = leaders.get(j);
        Rules.Pair pair = new Rules.Pair(one.id(), other.id());
        if (struck.contains(pair)) {
            return new Answer.Apart();
        }
        if (added.contains(pair)) {
            return new Answer.Compete(new Reason.CompeteByTable(one, other));
        }
        Trade here = trades.get(i);
        Trade there = trades.get(j);
        if (!byProfile || here.apart(there) || marketsApart(i, j)) {
            return new Answer.Apart();
        }
        if (here.equals(there) && here.isNarrow()) {
            return sameTrade(i, j);
        }
        return here.isUnknown() || there.isUnknown()
                ? new Answer.NotTold(
                        new Unknown(Lacking.INDUSTRY, ""),
                        who(i, j, k -> trades.get(k).isUnknown()))
                : new Answer.NotTold(new Unknown(Lacking.NARROWER, broadest(one, other)), List.of(i, j));
    }

    private Answer sameTrade(int i, int j) {
        Leader one = leaders.get(i);
        Leader other = leaders.get(j);
        String narrow = one.narrowIndustry();
        Set<String> both = telling(i);
        both.retainAll(telling(j));
        if (!both.isEmpty()) {
            return new Answer.Compete(new Reason.Compete(
                    one,
                    other,
                    narrow,
                    markets.get(i).entrySet().stream()
                            .filter(market -> both.contains(market.getKey()))
                            .map(Map.Entry::getValue)
                            .sorted()
                            .toList()));
        }
        Optional<Town> town = towns.get(i).filter(here -> towns.get(j).isPresent());
        if ((says(i) && says(j)) || town.filter(here -> !tellsOf(i, here)).isPresent()) {
            return new Answer.NotTold(new Unknown(Lacking.NARROWER, narrow), List.of(i, j));
        }
        return town.isPresent()
                ? new Answer.Compete(new Reason.CompeteInTown(one, other, narrow, one.place()))
                : new Answer.NotTold(new Unknown(Lacking.MARKET, narrow), List.of(i, j));
    }

    /// Both say to whom they sell, and to nobody in common; or else both are known to be in different towns.
    private boolean marketsApart(int i, int j) {
        if (says(i) && says(j)) {
            return Collections.disjoint(markets.get(i).keySet(), markets.get(j).keySet());
        }
        return towns.get(i).isPresent()
                && towns.get(j).isPresent()
                && !towns.get(i).equals(towns.get(j));
    }

    boolean says(int i) {
        return !markets.get(i).isEmpty();
    }

    private static String broadest(Leader one, Leader other) {
        return Stream.of(one.industry(), other.industry(), one.narrowIndustry(), other.narrowIndustry())
                .filter(industry -> !industry.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Integer> who(int i, int j, IntPredicate lacks) {
        return IntStream.of(i, j).filter(lacks).boxed().toList();
    }

    /// Of how many it cannot be told whom they compete with; nothing where it can be told of all.
    public Optional<Reason.CompetitionUnknown> unknown() {
        int nothing = 0;
        int wide = 0;
        int nowhere = 0;
        for (int i = 0; byProfile && i < leaders.size(); i++) {
            Trade trade = trades.get(i);
            if (trade.isUnknown()) {
                nothing++;
            } else if (!trade.isNarrow() || (broad(i) && telling(i).isEmpty() && says(i))) {
                wide++;
            } else if (!says(i) && towns.get(i).isEmpty()) {
                nowhere++;
            }
        }
        return nothing + wide + nowhere == 0
                ? Optional.empty()
                : Optional.of(new Reason.CompetitionUnknown(nothing, wide, nowhere, leaders.size()));
    }

    /// The market words that say something about a leader.
    private Set<String> telling(int i) {
        Set<String> telling = new HashSet<>(markets.get(i).keySet());
        if (broad(i)) {
            telling.removeIf(market -> Objects.requireNonNull(naming.get(market)) > common);
        }
        return telling;
    }

    private boolean tellsOf(int i, Town town) {
        return !broad(i) || Objects.requireNonNull(living.get(town)) <= common;
    }

    private boolean broad(int i) {
        return inTrade.getOrDefault(trades.get(i), 0) > broad;
    }

    /// Who competes, pair by pair, in the order of the roster.
    public List<Rivals> table() {
        Map<Trade, List<Integer>> people = new HashMap<>();
        Map<String, Integer> numberOf = new HashMap<>();
        for (int i = 0; i < leaders.size(); i++) {
            numberOf.put(leaders.get(i).id(), i);
            if (trades.get(i).isNarrow()) {
                people.computeIfAbsent(trades.get(i), unseen -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Integer, Set<Integer>> named = new HashMap<>();
        for (Rules.Pair pair : added) {
            named.computeIfAbsent(numberOf.getOrDefault(pair.one(), -1), unseen -> new TreeSet<>())
                    .add(numberOf.getOrDefault(pair.other(), -1));
        }
        List<Rivals> table = new ArrayList<>();
        for (int i = 0; i < leaders.size(); i++) {
            Set<Integer> others = new TreeSet<>(people.getOrDefault(trades.get(i), List.of()));
            others.addAll(named.getOrDefault(i, Set.of()));
            for (int j : others) {
                if (j > i) {
                    int other = j;
                    Leader one = leaders.get(i);
                    explain(i, j).ifPresent(why -> table.add(new Rivals(one, leaders.get(other), why)));
                }
            }
        }
        return List.copyOf(table);
    }

    /// "Mid market", "mid-market", "midmarket" and "mid-markets" are one market, and "agency" is one with "agencies".
    /// What is of signs alone is what it is.
    private static String marketKey(String market) {
        String folded = SameWords.of(market);
        return folded.isEmpty()
                ? market
                : Arrays.stream(folded.split(" ", -1))
                        .map(Competitors::singular)
                        .collect(Collectors.joining());
    }

    /// As far as English writes it by rule.
    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static Set<Rules.Pair> bothWays(List<Rules.Pair> pairs) {
        Set<Rules.Pair> both = new HashSet<>(pairs);
        pairs.forEach(pair -> both.add(pair.turned()));
        return both;
    }
}
