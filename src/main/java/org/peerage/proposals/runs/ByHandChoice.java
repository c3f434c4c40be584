package org.peerage.proposals.runs;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.people.ByHand;
import org.peerage.proposals.people.Rosters;
import org.springframework.stereotype.Component;

/// Choosing people one by one on top of the filter of a run that is being asked for. A few are shown at a time,
/// found by words or, without words, those whom the filter finds: thousands are never on one page.
@Component
class ByHandChoice {

    static final int SHOWN = 10;

    private final Rosters rosters;
    private final Directory directory;

    ByHandChoice(Rosters rosters, Directory directory) {
        this.rosters = rosters;
        this.directory = directory;
    }

    /// What the search does with somebody, and so what can be done about it.
    enum Status {
        CHOSEN,
        LEFT,
        ADDED,
        SEATED,
        OUTSIDE;

        /// The search seats them.
        boolean in() {
            return this == CHOSEN || this == ADDED;
        }
    }

    public record Line(Directory.Entry entry, Status status) {}

    /// @param words as typed; without them, those whom the filter finds are shown
    /// @param lines those of this page
    /// @param found how many there are, over all pages
    /// @param left everybody left out by hand who would be chosen otherwise
    /// @param added everybody added by hand who would not be chosen otherwise
    /// @param all what was chosen by hand, what makes no difference now included
    record Shown(
            String words,
            List<Line> lines,
            int found,
            int page,
            List<Directory.Entry> left,
            List<Directory.Entry> added,
            ByHand all,
            boolean tooMany) {

        int pages() {
            return pagesOf(found);
        }

        int first() {
            return (page - 1) * SHOWN + 1;
        }

        int last() {
            return first() + lines.size() - 1;
        }

        boolean any() {
            return !left.isEmpty() || !added.isEmpty();
        }

        String leftText() {
            return ByHand.text(all.left());
        }

        String addedText() {
            return ByHand.text(all.added());
        }
    }

    /// What was typed, once the buttons that were pressed have been heard.
    ///
    /// @param tooMany one more was refused
    record Applied(RunForm form, Rosters.Chosen chosen, boolean tooMany) {}

    Applied applied(NetworkId network, RunForm form) {
        var chosen = rosters.chosen(network, form.choice());
        var before = form.choice().byHand();
        var after = before;
        for (var pressed : form.pressed()) {
            var found = chosen.found().contains(pressed.who());
            after = switch (pressed.press()) {
                case LEAVE -> after.leave(pressed.who(), found);
                case TAKE -> after.take(pressed.who(), found);
            };
        }
        if (after.equals(before)) {
            return new Applied(form, chosen, false);
        }
        if (after.size() > ByHand.MOST) {
            return new Applied(form, chosen, true);
        }
        var changed = form.with(after);
        return new Applied(changed, rosters.chosen(network, changed.choice()), false);
    }

    Shown shown(NetworkId network, Applied applied) {
        var chosen = applied.chosen();
        var words = applied.form().who();
        var people = words.isEmpty() ? pool(chosen) : directory.matching(network, words, "", "", "");
        var page = Math.clamp(applied.form().turn(), 1, pagesOf(people.size()));
        var seated = rosters.seated(network);
        return new Shown(
                words,
                directory.entries(people, (page - 1) * SHOWN, SHOWN).stream()
                        .map(entry -> new Line(entry, status(entry.id(), chosen, seated)))
                        .toList(),
                people.size(),
                page,
                everybody(chosen.byHand().left()),
                everybody(chosen.byHand().added()),
                applied.form().choice().byHand(),
                applied.tooMany());
    }

    private static int pagesOf(int found) {
        return Math.max(1, (found + SHOWN - 1) / SHOWN);
    }

    /// Whoever is left out stays on the page, to be put back.
    private static Collection<ProfileId> pool(Rosters.Chosen chosen) {
        var pool = new LinkedHashSet<>(chosen.found());
        pool.addAll(chosen.byHand().added());
        return pool;
    }

    private List<Directory.Entry> everybody(Collection<ProfileId> people) {
        return people.isEmpty() ? List.of() : directory.entries(people, 0, people.size());
    }

    private static Status status(ProfileId one, Rosters.Chosen chosen, Set<ProfileId> seated) {
        if (chosen.byHand().left().contains(one)) {
            return Status.LEFT;
        }
        if (chosen.byHand().added().contains(one)) {
            return Status.ADDED;
        }
        return chosen.found().contains(one) ? Status.CHOSEN : seated.contains(one) ? Status.SEATED : Status.OUTSIDE;
    }
}
