package org.peerage.processing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads the protocols of one module and refuses, with a sentence, what no group could follow: a word that nobody
/// knows, a text that nobody keeps, a gate that can never open.
///
/// @param kinds of texts that may be written down
/// @param facts that some module tells
record ProtocolFile(String module, Set<String> kinds, Set<String> facts) {

    private static final Set<String> PROTOCOL = Set.of("key", "fits", "people", "steps", "end");
    private static final Set<String> STEP = Set.of("key", "minutes", "speaker", "forbidden", "captures", "before");

    List<Protocol> read(JsonNode all) {
        var protocols = list(all, "the file", this::protocol);
        unlike(protocols, Protocol::key, "the file", "protocol");
        return protocols;
    }

    private Protocol protocol(JsonNode node) {
        var key = text(node, "key", "a protocol");
        var where = "“" + key + "”";
        onlyKnown(node, PROTOCOL, where);
        var steps = list(node.path("steps"), where, step -> step(step, where));
        if (steps.isEmpty()) {
            throw wrong(where, "has no steps");
        }
        unlike(steps, Protocol.Step::key, where, "step");
        var people = node.path("people").asInt(2);
        if (people < 2) {
            throw wrong(where, "needs two people at least, whom it is between");
        }
        var protocol = new Protocol(
                module,
                key,
                new LinkedHashSet<>(texts(node.path("fits"), where)),
                people,
                steps,
                requirements(node.path("end"), where));
        gatesCanOpen(protocol, where);
        return protocol;
    }

    private Protocol.Step step(JsonNode node, String protocol) {
        var key = text(node, "key", "a step of " + protocol);
        var where = "step “" + key + "” of " + protocol;
        onlyKnown(node, STEP, where);
        return new Protocol.Step(
                key,
                minutes(node.path("minutes"), where),
                oneOf(Protocol.Speaker.values(), text(node, "speaker", where), where, "speaker"),
                texts(node.path("forbidden"), where).stream()
                        .map(word -> oneOf(Protocol.Forbidden.values(), word, where, "forbidden thing"))
                        .collect(Collectors.toUnmodifiableSet()),
                captures(node.path("captures"), where),
                requirements(node.path("before"), where));
    }

    private static Protocol.Minutes minutes(JsonNode node, String where) {
        var three = list(node, where, JsonNode::asInt);
        if (three.size() != 3
                || three.getFirst() < 1
                || three.get(1) < three.getFirst()
                || three.getLast() < three.get(1)) {
            throw wrong(where, "needs three minutes that do not fall: least, usual, most");
        }
        return new Protocol.Minutes(three.getFirst(), three.get(1), three.getLast());
    }

    private List<Protocol.Capture> captures(JsonNode node, String where) {
        var captures = new ArrayList<Protocol.Capture>();
        for (var capture : node.properties()) {
            known(kinds, capture.getKey(), where, "text");
            captures.add(new Protocol.Capture(
                    capture.getKey(),
                    oneOf(Protocol.By.values(), capture.getValue().asString(""), where, "writer")));
        }
        return List.copyOf(captures);
    }

    private List<Requirement> requirements(JsonNode node, String where) {
        return list(node, where, one -> requirement(one, where));
    }

    private Requirement requirement(JsonNode node, String where) {
        if (node.isString()) {
            known(kinds, node.asString(), where, "text");
            return new Requirement.Has(node.asString());
        }
        if (node.has("fact")) {
            onlyKnown(node, Set.of("fact"), where);
            known(facts, node.path("fact").asString(""), where, "fact");
            return new Requirement.Fact(node.path("fact").asString());
        }
        onlyKnown(node, Set.of("any", "of"), where);
        return new Requirement.Any(text(node, "any", where), requirements(node.path("of"), where));
    }

    /// A text can only be there when a step before has let somebody write it.
    private static void gatesCanOpen(Protocol protocol, String where) {
        var written = new HashSet<String>();
        for (var step : protocol.steps()) {
            canOpen(step.before(), written, "step “" + step.key() + "” of " + where);
            step.captures().forEach(capture -> written.add(capture.kind()));
        }
        canOpen(protocol.end(), written, "the end of " + where);
    }

    private static void canOpen(List<Requirement> gate, Set<String> written, String where) {
        var open = new Requirement.Present(written, fact -> true);
        Requirement.missing(gate, open).ifPresent(never -> {
            throw wrong(where, "waits for “" + never.key() + "”, which nobody can write before");
        });
    }

    private static void onlyKnown(JsonNode node, Set<String> names, String where) {
        for (var property : node.properties()) {
            known(names, property.getKey(), where, "word");
        }
    }

    private static <E extends Enum<E>> E oneOf(E[] all, String word, String where, String what) {
        var words = Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        known(new LinkedHashSet<>(words), word, where, what);
        return all[words.indexOf(word)];
    }

    private static void known(Set<String> all, String word, String where, String what) {
        if (!all.contains(word)) {
            throw wrong(
                    where,
                    "names the " + what + " “" + word + "”, which is not known; there are: "
                            + all.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static <T> void unlike(List<T> all, Function<T, String> key, String where, String what) {
        var seen = new HashSet<String>();
        for (var one : all) {
            if (!seen.add(key.apply(one))) {
                throw wrong(where, "has the " + what + " “" + key.apply(one) + "” twice");
            }
        }
    }

    private static String text(JsonNode node, String name, String where) {
        var text = node.path(name).asString("");
        if (!text.matches("[a-z]+(-[a-z0-9]+)*")) {
            throw wrong(where, "needs a “" + name + "” in small letters");
        }
        return text;
    }

    private static List<String> texts(JsonNode node, String where) {
        return list(node, where, one -> one.asString(""));
    }

    private static <T> List<T> list(JsonNode node, String where, Function<JsonNode, T> one) {
        if (!node.isMissingNode() && !node.isArray()) {
            throw wrong(where, "has something else where a list belongs");
        }
        return node.valueStream().map(one).toList();
    }

    private static ProtocolRefused wrong(String where, String what) {
        return new ProtocolRefused(where + " " + what);
    }
}
