package org.peerage.groups.charter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;

/// The charter to read, for the chair to change while nobody has signed, and to sign.
///
/// @param inForce it is what holds now, and is signed
/// @param change what is about to follow the version in force, on the page that shows it
/// @param pending somebody has put a change to the group, and this page shows the version in force
record CharterPage(
        Circle group,
        int version,
        boolean fixed,
        boolean editable,
        boolean maySign,
        boolean signedByMe,
        boolean inForce,
        List<Article> articles,
        List<Clause.Written> added,
        List<Charter.Signature> signatures,
        List<String> unsigned,
        boolean wrong,
        Optional<Change> change,
        boolean pending) {

    /// A clause as shown: `text` is how it reads now; `terms` are there while the chair may change them.
    record Article(
            String id, String title, String text, boolean optional, boolean struck, boolean own, List<Field> terms) {

        /// The model text is in English, whatever its reader's language; in which one a group writes nobody knows.
        @Nullable String language() {
            return own ? null : "en";
        }
    }

    record Field(Term term, String value, boolean wrong) {

        Optional<Term.Amount> number() {
            return term instanceof Term.Amount number ? Optional.of(number) : Optional.empty();
        }

        List<Term.Option> options() {
            return term instanceof Term.Choice choice ? choice.options() : List.of();
        }
    }

    /// @param ballot where the group decides on it, to whoever has a vote in that
    record Change(List<Difference> differences, Optional<Link> ballot) {}

    /// The group's own clauses, and an empty one to add another.
    List<Clause.Written> addedAndOneMore() {
        return Stream.concat(added.stream(), Stream.of(new Clause.Written("", "", "")))
                .limit(Wording.MOST_ADDED)
                .toList();
    }

    /// With the way to a change that waits or, for the chair, to a new one.
    boolean mayPropose() {
        return fixed && change.isEmpty() && !pending && group.chaired();
    }

    static CharterPage of(
            Circle group,
            CharterTemplate template,
            Map<String, String> frame,
            Charter charter,
            PersonId me,
            Map<String, String> wrong,
            Optional<Change> change,
            boolean pending,
            Instant now) {
        return switch (charter) {
            case Charter.Draft draft ->
                new CharterPage(
                        group,
                        draft.version(),
                        false,
                        group.chaired(),
                        group.chaired(),
                        false,
                        false,
                        articles(group, template, frame, draft, wrong),
                        draft.wording().added(),
                        List.of(),
                        List.of(),
                        !wrong.isEmpty(),
                        change,
                        pending);
            case Charter.Fixed fixed ->
                new CharterPage(
                        group,
                        fixed.version(),
                        true,
                        false,
                        group.mine()
                                && change.isEmpty()
                                && fixed.again(me, group.zone())
                                        .filter(now::isBefore)
                                        .isEmpty(),
                        fixed.signedBy(me),
                        change.isEmpty(),
                        fixed.words().stream()
                                .map(words -> new Article(
                                        "", words.title(), words.text(), false, false, fixed.own(words), List.of()))
                                .toList(),
                        List.of(),
                        fixed.signatures(),
                        group.seated().stream()
                                .filter(sitter -> !fixed.signedBy(sitter.id()))
                                .map(Circle.Sitter::name)
                                .toList(),
                        false,
                        change,
                        pending);
        };
    }

    private static List<Article> articles(
            Circle group,
            CharterTemplate template,
            Map<String, String> frame,
            Charter.Draft draft,
            Map<String, String> wrong) {
        return template.clauses().stream()
                .map(clause -> new Article(
                        clause.id(),
                        clause.title(),
                        draft.wording()
                                .own()
                                .getOrDefault(
                                        clause.id(),
                                        clause.write(draft.values(), frame).text()),
                        clause.optional(),
                        draft.struck().contains(clause.id()),
                        draft.wording().own().containsKey(clause.id()),
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
