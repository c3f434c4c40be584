package org.peerage.groups.charter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.GroupSize;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The clauses that every charter starts from (`practice.md` 2.8), read from `groups/charter.json`.
record CharterTemplate(String edition, List<Clause> clauses) {

    static CharterTemplate shipped() {
        try (var file = new ClassPathResource("groups/charter.json").getInputStream()) {
            var root = JsonMapper.shared().readTree(file);
            var clauses = new ArrayList<Clause>();
            for (var clause : root.path("clauses")) {
                clauses.add(clause(clause));
            }
            return new CharterTemplate(root.path("edition").asString(), List.copyOf(clauses));
        } catch (IOException e) {
            throw new UncheckedIOException("the charter's template is unreadable", e);
        }
    }

    private static Clause clause(JsonNode node) {
        var terms = new ArrayList<Term>();
        for (var term : node.path("terms")) {
            terms.add(term(term));
        }
        return new Clause(
                node.path("id").asString(),
                node.path("title").asString(),
                node.path("optional").asBoolean(),
                node.path("text").asString(),
                List.copyOf(terms),
                node.path("former").valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet()));
    }

    private static Term term(JsonNode node) {
        var key = node.path("key").asString();
        var label = node.path("label").asString();
        if (!node.has("options")) {
            return new Term.Amount(
                    key,
                    label,
                    Integer.toString(node.path("initial").asInt()),
                    node.path("least").asInt(),
                    node.path("most").asInt());
        }
        var options = new ArrayList<Term.Option>();
        for (var option : node.path("options")) {
            options.add(new Term.Option(
                    option.path("value").asString(),
                    option.path("label").asString(),
                    option.path("phrase").asString()));
        }
        return new Term.Choice(key, label, node.path("initial").asString(), List.copyOf(options));
    }

    Stream<Term> terms() {
        return clauses.stream().flatMap(clause -> clause.terms().stream());
    }

    /// A first draft for a group of this size.
    Charter.Draft draft(GroupSize size) {
        Map<String, String> values = new LinkedHashMap<>();
        terms().forEach(term -> values.put(term.key(), term.initial()));
        values.put("largest", Integer.toString(size.largest()));
        values.put("smallest", Integer.toString(size.smallest()));
        return new Charter.Draft(1, values, Wording.TEMPLATE);
    }
}
