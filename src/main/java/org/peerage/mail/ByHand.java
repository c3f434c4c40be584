package org.peerage.mail;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What no letter tells, for whoever caused it to pass on: the same words as the letter's, with the same links.
@Component
class ByHand {

    private final LetterStore letters;
    private final ActLinks links;
    private final Outbox outbox;
    private final Scope scope;
    private final InstantSource clock;

    ByHand(LetterStore letters, ActLinks links, Outbox outbox, Scope scope, InstantSource clock) {
        this.letters = letters;
        this.links = links;
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
    }

    /// @param text to paste; empty until it was asked for
    record Page(List<LetterStore.ByHand> people, String name, String text) {}

    @Transactional(readOnly = true)
    Page page() {
        return new Page(letters.byHand(Acting.me(), outbox.delivers(), clock.instant()), "", "");
    }

    /// Made anew each time: its links are kept as hashes, and those made before hold as well.
    @Transactional
    Page text(PersonId to) {
        var now = clock.instant();
        var me = Acting.me();
        var theirs = letters.byHand(me, to, outbox.delivers(), now);
        if (theirs.isEmpty()) {
            throw new NotFound();
        }
        var text = scope.actingAs(
                new Actor.Program(Outbox.ACTOR),
                () -> theirs.stream()
                        .map(letter -> {
                            var act = letter.act();
                            return letter.subject() + "\n\n" + letter.body().strip()
                                    + (act == null
                                            ? ""
                                            : "\n" + links.foot(to, act.act(), act.subject(), act.until(), now));
                        })
                        .collect(Collectors.joining("\n\n")));
        return new Page(page().people(), theirs.getFirst().to().name(), text);
    }

    @Transactional
    void passedOn(PersonId to) {
        var me = Acting.me();
        scope.actingAs(new Actor.Program(Outbox.ACTOR), () -> {
            letters.passedOn(me, to);
            return to;
        });
    }
}
