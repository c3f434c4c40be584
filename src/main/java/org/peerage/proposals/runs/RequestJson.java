package org.peerage.proposals.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Rules;
import org.peerage.composition.Weights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The people, rules and weights of a run as JSON, in an order of their own: the same asking is the same text, today
/// and after a restart, so that its hash says whether two runs were asked the same. What is unknown is left out.
public final class RequestJson {

    private static final JsonMapper JSON = new JsonMapper();

    private RequestJson() {}

    public static String of(List<Leader> people) {
        return JSON.writeValueAsString(people.stream().map(RequestJson::facts).toList());
    }

    public static String of(Rules rules) {
        var all = new LinkedHashMap<String, Object>();
        put(all, "apart", pairs(rules.apart()));
        put(all, "together", pairs(rules.together()));
        put(all, "competitors", pairs(rules.competitors()));
        put(all, "notCompetitors", pairs(rules.notCompetitors()));
        put(all, "locks", new TreeMap<>(rules.locks()));
        if (Double.isFinite(rules.hoursApart())) {
            all.put("hours", rules.hoursApart());
        }
        if (!rules.competing()) {
            all.put("competitorsSitTogether", true);
        }
        rules.kilometres().ifPresent(kilometres -> all.put("kilometres", kilometres));
        return JSON.writeValueAsString(all);
    }

    public static String of(Weights weights) {
        var all = new LinkedHashMap<String, Integer>();
        for (var criterion : Criterion.values()) {
            all.put(criterion.word(), weights.of(criterion));
        }
        return JSON.writeValueAsString(all);
    }

    /// Over the people, the rules, the weights and the sizes; not over time, threads and seed.
    public static String hash(RunRequest request) {
        var size = request.size();
        var text = String.join(
                "\n",
                of(request.people()),
                of(request.rules()),
                of(request.weights()),
                size.least() + ":" + size.target() + ":" + size.most());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Leader> people(String text) {
        var people = new ArrayList<Leader>();
        JSON.readTree(text).forEach(node -> people.add(leader(node)));
        return List.copyOf(people);
    }

    public static Rules rules(String text) {
        var node = JSON.readTree(text);
        var locks = new LinkedHashMap<String, String>();
        node.path("locks")
                .properties()
                .forEach(lock -> locks.put(lock.getKey(), lock.getValue().asString()));
        return new Rules(
                pairs(node.path("apart")),
                pairs(node.path("together")),
                locks,
                pairs(node.path("competitors")),
                pairs(node.path("notCompetitors")),
                node.path("hours").asDouble(Double.POSITIVE_INFINITY),
                number(node.path("kilometres")),
                !node.path("competitorsSitTogether").asBoolean(false));
    }

    public static Weights weights(String text) {
        var node = JSON.readTree(text);
        var values = new EnumMap<Criterion, Integer>(Criterion.class);
        for (var criterion : Criterion.values()) {
            values.put(criterion, node.path(criterion.word()).asInt(criterion.usualWeight()));
        }
        return new Weights(values);
    }

    private static Map<String, Object> facts(Leader leader) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", leader.id());
        put(facts, "name", leader.name());
        leader.role().ifPresent(role -> facts.put("role", role));
        leader.size().ifPresent(size -> facts.put("size", size));
        leader.stage().ifPresent(stage -> facts.put("stage", stage));
        leader.experience().ifPresent(years -> facts.put("experience", years));
        put(facts, "industry", leader.industry());
        put(facts, "narrow", leader.narrowIndustry());
        put(facts, "markets", leader.markets());
        put(facts, "competencies", leader.competencies());
        put(facts, "aims", leader.aims());
        put(facts, "place", leader.place());
        leader.zone().ifPresent(hours -> facts.put("zone", hours));
        leader.spot().ifPresent(spot -> facts.put("spot", List.of(spot.latitude(), spot.longitude())));
        put(facts, "languages", leader.languages());
        put(facts, "kind", leader.kind());
        put(facts, "earlier", leader.earlier());
        put(facts, "wishes", leader.wishes());
        put(facts, "conflicts", leader.conflicts());
        return facts;
    }

    private static Leader leader(JsonNode node) {
        return new Leader(
                node.path("id").asString(""),
                node.path("name").asString(""),
                whole(node.path("role")),
                number(node.path("size")),
                whole(node.path("stage")),
                whole(node.path("experience")),
                node.path("industry").asString(""),
                node.path("narrow").asString(""),
                words(node.path("markets")),
                words(node.path("competencies")),
                words(node.path("aims")),
                node.path("place").asString(""),
                number(node.path("zone")),
                node.path("spot").isArray()
                        ? Optional.of(new Leader.Spot(
                                node.path("spot").path(0).asDouble(),
                                node.path("spot").path(1).asDouble()))
                        : Optional.empty(),
                words(node.path("languages")),
                node.path("kind").asString(""),
                node.path("earlier").asString(""),
                words(node.path("wishes")),
                words(node.path("conflicts")));
    }

    private static void put(Map<String, Object> facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }

    private static void put(Map<String, Object> facts, String name, Set<String> words) {
        if (!words.isEmpty()) {
            facts.put(name, new TreeSet<>(words));
        }
    }

    private static void put(Map<String, Object> facts, String name, Map<String, String> words) {
        if (!words.isEmpty()) {
            facts.put(name, words);
        }
    }

    private static void put(Map<String, Object> facts, String name, List<List<String>> pairs) {
        if (!pairs.isEmpty()) {
            facts.put(name, pairs);
        }
    }

    private static List<List<String>> pairs(List<Rules.Pair> pairs) {
        return pairs.stream().map(pair -> List.of(pair.one(), pair.other())).toList();
    }

    private static List<Rules.Pair> pairs(JsonNode node) {
        var pairs = new ArrayList<Rules.Pair>();
        node.forEach(pair ->
                pairs.add(new Rules.Pair(pair.path(0).asString(""), pair.path(1).asString(""))));
        return List.copyOf(pairs);
    }

    /// In an order of its own, so that a search that begins anew after a restart meets them as the first one did.
    private static Set<String> words(JsonNode node) {
        var words = new TreeSet<String>();
        node.forEach(word -> words.add(word.asString("")));
        return words;
    }

    private static OptionalInt whole(JsonNode node) {
        return node.isNumber() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }
}
