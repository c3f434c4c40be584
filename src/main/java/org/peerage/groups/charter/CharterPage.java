package org.peerage.groups.charter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.tenancy.PersonId;

/// The charter to read, for the chair to change while nobody has signed, and to sign.
record CharterPage(
        Circle group,
        int version,
        boolean fixed,
        boolean editable,
        boolean maySign,
        boolean signedByMe,
        List<Article> articles,
        List<Charter.Signature> signatures,
        List<String> unsigned,
        boolean wrong) {

    /// A clause as shown: `text` is how it reads now; `terms` are there while the chair may change them.
    record Article(String id, String title, String text, boolean optional, boolean struck, List<Field> terms) {}

    record Field(Term term, String value, boolean wrong) {

        Optional<Term.Amount> number() {
            return term instanceof Term.Amount number ? Optional.of(number) : Optional.empty();
        }

        List<Term.Option> options() {
            return term instanceof Term.Choice choice ? choice.options() : List.of();
        }
    }

    static CharterPage of(
            Circle group, CharterTemplate template, Charter charter, PersonId me, Map<String, String> wrong) {
        return switch (charter) {
            case Charter.Draft draft ->
                new CharterPage(
                        group,
                        draft.version(),
                        false,
                        group.chaired(),
                        group.chaired(),
                        false,
                        articles(group, template, draft, wrong),
                        List.of(),
                        List.of(),
                        !wrong.isEmpty());
            case Charter.Fixed fixed ->
                new CharterPage(
                        group,
                        fixed.version(),
                        true,
                        false,
                        group.mine() && !fixed.signedBy(me),
                        fixed.signedBy(me),
                        fixed.words().stream()
                                .map(words -> new Article("", words.title(), words.text(), false, false, List.of()))
                                .toList(),
                        fixed.signatures(),
                        group.seated().stream()
                                .filter(sitter -> !fixed.signedBy(sitter.id()))
                                .map(Circle.Sitter::name)
                                .toList(),
                        false);
        };
    }

    private static List<Article> articles(
            Circle group, CharterTemplate template, Charter.Draft draft, Map<String, String> wrong) {
        var frame = Map.of("group", group.name(), "purpose", group.purpose());
        return template.clauses().stream()
                .map(clause -> new Article(
                        clause.id(),
                        clause.title(),
                        clause.write(draft.values(), frame).text(),
                        clause.optional(),
                        draft.struck().contains(clause.id()),
                        clause.terms().stream()
                                .map(term -> new Field(
                                        term,
                                        wrong.getOrDefault(
                                                term.key(), draft.values().getOrDefault(term.key(), term.initial())),
                                        wrong.containsKey(term.key())))
                                .toList()))
                .filter(article -> group.chaired() || !article.struck())
                .toList();
    }
}
