package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.Weights;
import org.peerage.places.Zones;

/// The roster as arrays: for each criterion a code per leader and a table of the value of every two codes, in
/// thousandths. Because a criterion has few codes, a group needs to keep only one row of sums per criterion,
/// and what a leader would add to any group is one read per criterion, however many sit there.
///
/// Criteria of which the roster says nothing are left out, so that they cannot water down the others.
public final class Fit {

    /// What people said of a pair, other than by their profiles.
    private enum Told {
        APART,
        COMPETITORS,
        CONFLICT
    }

    static final int THOUSAND = 1000;

    final List<Leader> leaders;
    final Weights weights;
    final Competitors competitors;
    final int people;
    /// Criteria with tables, each with its codes, its table (code × code) and where its row begins in a group's
    /// sums.
    final Criterion[] coded;
    final int[][] code;
    final int[][][] table;
    final int[] begins;
    final int width;
    final int[] weightOf;
    /// The sum of the weights of all criteria of pairs that are in use, wishes apart (they only add).
    final int pairWeight;
    /// What a pair that never met gets for the criterion of repeats.
    final int repeatsBase;
    /// What every pair gets before anything is said of the two. Where the roster says nothing of anybody that a
    /// criterion could compare, that is half, as for everything that is missing.
    final int pairBase;
    final int[][] does;
    final int[][] aims;
    final int topics;
    final int[][] acquainted;
    final int[][] acquaintedValue;
    final int[] kind;
    final int kinds;

    private final double[] zone;
    private final double hoursApart;
    private final Distances distances;
    private final long[] languages;
    private final int[] trade;
    private final BitSet[] markets;
    private final int[] town;
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final Map<Long, Told> forbidden = new HashMap<>();
    private final Set<Long> struck;
    private final BitSet hasForbidden;

    public Fit(List<Leader> leaders, Weights weights, Rules rules) {
        this.leaders = leaders;
        this.people = leaders.size();
        this.weights = weights;
        this.competitors = new Competitors(leaders, rules);
        List<Criterion> used = new ArrayList<>();
        List<int[]> codes = new ArrayList<>();
        List<int[][]> tables = new ArrayList<>();
        for (Criterion criterion : new Criterion[] {
            Criterion.ROLE, Criterion.SIZE, Criterion.STAGE, Criterion.EXPERIENCE, Criterion.INDUSTRY
        }) {
            Codes found = new Codes(criterion, leaders);
            if (weights.of(criterion) > 0 && found.tells()) {
                used.add(criterion);
                codes.add(found.code);
                tables.add(found.table());
            }
        }
        this.coded = used.toArray(Criterion[]::new);
        this.code = codes.toArray(int[][]::new);
        this.table = tables.toArray(int[][][]::new);
        this.begins = new int[coded.length];
        this.weightOf = new int[coded.length];
        int at = 0;
        int sum = 0;
        for (int c = 0; c < coded.length; c++) {
            begins[c] = at;
            at += table[c].length;
            weightOf[c] = weights.of(coded[c]);
            sum += weightOf[c];
            for (int[] row : table[c]) {
                for (int k = 0; k < row.length; k++) {
                    row[k] *= weightOf[c];
                }
            }
        }
        this.width = at;
        Map<String, Integer> topicOf = new HashMap<>();
        this.does = topics(leaders, topicOf, false);
        this.aims = topics(leaders, topicOf, true);
        boolean aimed = Arrays.stream(aims).anyMatch(list -> list.length > 0) && weights.of(Criterion.COMPETENCE) > 0;
        this.topics = aimed ? topicOf.size() : 0;
        sum += aimed ? weights.of(Criterion.COMPETENCE) : 0;
        boolean earlier =
                leaders.stream().anyMatch(leader -> !leader.earlier().isEmpty()) && weights.of(Criterion.REPEATS) > 0;
        int repeats = earlier ? weights.of(Criterion.REPEATS) : 0;
        this.pairWeight = Math.max(1, sum + repeats);
        this.repeatsBase = repeats * THOUSAND;
        this.pairBase = sum + repeats == 0 ? THOUSAND / 2 : repeatsBase;
        SpecialPairs acquaintances = new SpecialPairs(leaders, weights, earlier);
        this.acquainted = acquaintances.who;
        this.acquaintedValue = acquaintances.value;
        Map<String, Integer> kindOf = new HashMap<>();
        this.kind = leaders.stream()
                .mapToInt(leader ->
                        leader.kind().isEmpty() ? -1 : kindOf.computeIfAbsent(leader.kind(), unseen -> kindOf.size()))
                .toArray();
        this.kinds = weights.of(Criterion.ALONE) > 0 && kindOf.size() > 1 ? kindOf.size() : 0;
        this.zone = leaders.stream()
                .mapToDouble(leader -> leader.zone().orElse(Double.NaN))
                .toArray();
        this.hoursApart = rules.hoursApart();
        this.distances = new Distances(leaders, rules.kilometres());
        this.languages = languages(leaders);
        this.trade = competitors.tradeNumbers();
        this.markets = competitors.marketBits();
        this.town = competitors.townNumbers();
        for (int i = 0; i < people; i++) {
            numberOf.put(leaders.get(i).id(), i);
        }
        this.hasForbidden = new BitSet(people);
        rules.apart().forEach(pair -> forbid(pair, Told.APART));
        rules.competitors().forEach(pair -> forbid(pair, Told.COMPETITORS));
        leaders.forEach(leader -> leader.conflicts().stream()
                .filter(numberOf::containsKey)
                .forEach(other -> forbid(new Rules.Pair(leader.id(), other), Told.CONFLICT)));
        this.struck = new HashSet<>();
        rules.notCompetitors().forEach(pair -> struck.add(key(numberOf(pair.one()), numberOf(pair.other()))));
    }

    /// The number of the leader with this id, who must be on the roster.
    int numberOf(String id) {
        return Objects.requireNonNull(numberOf.get(id), id);
    }

    /// In thousandths of the weights: what the two are worth to each other.
    int pair(int i, int j) {
        int value = 0;
        for (int c = 0; c < coded.length; c++) {
            value += table[c][code[c][i]][code[c][j]];
        }
        if (topics > 0) {
            value += competence(i, j);
        }
        return value + pairBase + acquaintance(i, j);
    }

    /// Half from what i aims at and j has done, half the other way round; without aims it counts half.
    int competence(int i, int j) {
        return competenceShare(aims[i], does[j]) + competenceShare(aims[j], does[i]);
    }

    int aimWeight(int i) {
        return weights.of(Criterion.COMPETENCE) * THOUSAND / 2 / Math.max(1, aims[i].length);
    }

    private int competenceShare(int[] wanted, int[] done) {
        int whole = weights.of(Criterion.COMPETENCE) * THOUSAND / 2;
        if (wanted.length == 0) {
            return whole / 2;
        }
        int met = 0;
        for (int topic : wanted) {
            met += Arrays.binarySearch(done, topic) >= 0 ? 1 : 0;
        }
        return met * (whole / wanted.length);
    }

    int acquaintance(int i, int j) {
        int at = Arrays.binarySearch(acquainted[i], j);
        return at < 0 ? 0 : acquaintedValue[i][at];
    }

    public boolean lawful(int i, int j) {
        if (!near(i, j) || (languages[i] & languages[j]) == 0) {
            return false;
        }
        if (hasForbidden.get(i) && hasForbidden.get(j) && forbidden.containsKey(key(i, j))) {
            return false;
        }
        return trade[i] < 0 || trade[i] != trade[j] || !sameMarket(i, j) || struck.contains(key(i, j));
    }

    private boolean sameMarket(int i, int j) {
        return markets[i].intersects(markets[j])
                || (town[i] >= 0 && town[i] == town[j] && !(competitors.says(i) && competitors.says(j)));
    }

    /// A quick look before the full one: whether their zones and places allow it.
    boolean near(int i, int j) {
        return !(Zones.apart(zone[i], zone[j]) > hoursApart) && distances.reachable(i, j);
    }

    /// Nothing is known by which one pair could be told from another.
    public boolean tellsNothing() {
        return coded.length == 0 && topics == 0 && repeatsBase == 0;
    }

    /// How many leaders' places are not known, where there is a limit on distance.
    public int placesUnknown() {
        return distances.unknown();
    }

    /// The languages that a leader speaks; all of them when the roster does not say.
    long languages(int i) {
        return languages[i];
    }

    double zone(int i) {
        return zone[i];
    }

    List<Reason.Sentence> competition(Collection<String> people) {
        return competitors.among(people.stream()
                .flatMapToInt(id -> numberOf.containsKey(id) ? IntStream.of(numberOf(id)) : IntStream.empty())
                .toArray());
    }

    /// Why the two may not sit together; nothing when they may.
    public Optional<Reason.Rule> forbids(int i, int j) {
        Leader one = leaders.get(i);
        Leader other = leaders.get(j);
        Told told = forbidden.get(key(i, j));
        if (told != null) {
            return Optional.of(
                    switch (told) {
                        case APART -> new Reason.KeptApart(one, other);
                        case COMPETITORS -> new Reason.CompeteByTable(one, other);
                        case CONFLICT -> new Reason.Conflict(one, other);
                    });
        }
        Optional<Reason.Rule> competing = competitors.explain(i, j);
        if (competing.isPresent()) {
            return competing;
        }
        if (Zones.apart(zone[i], zone[j]) > hoursApart) {
            return Optional.of(new Reason.HoursApart(one, other, Zones.apart(zone[i], zone[j]), hoursApart));
        }
        if (!distances.reachable(i, j)) {
            return Optional.of(new Reason.KilometresApart(one, other, distances.kilometres(i, j), distances.allowed()));
        }
        return (languages[i] & languages[j]) == 0
                ? Optional.of(new Reason.NoSharedLanguage(one, other))
                : Optional.empty();
    }

    private void forbid(Rules.Pair pair, Told why) {
        int i = numberOf(pair.one());
        int j = numberOf(pair.other());
        if (i != j) {
            forbidden.putIfAbsent(key(i, j), why);
            hasForbidden.set(i);
            hasForbidden.set(j);
        }
    }

    private static long key(int i, int j) {
        return ((long) Math.min(i, j) << 32) | Math.max(i, j);
    }

    private static long[] languages(List<Leader> leaders) {
        Map<String, Integer> bit = new HashMap<>();
        return leaders.stream()
                .mapToLong(leader -> leader.languages().isEmpty()
                        ? -1L
                        : leader.languages().stream()
                                .mapToLong(language ->
                                        1L << Math.min(63, bit.computeIfAbsent(language, unseen -> bit.size())))
                                .reduce(0L, (one, other) -> one | other))
                .toArray();
    }

    private static int[][] topics(List<Leader> leaders, Map<String, Integer> topicOf, boolean aims) {
        return leaders.stream()
                .map(leader -> (aims ? leader.aims() : leader.competencies())
                        .stream()
                                .mapToInt(word -> topicOf.computeIfAbsent(word, unseen -> topicOf.size()))
                                .sorted()
                                .toArray())
                .toArray(int[][]::new);
    }
}
