package org.peerage.proposals.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of wishes, and its form: whom the typed words mean is found out in the transaction that keeps the wish.
@Component
class WishPages {

    private final Networks networks;
    private final Directory directory;
    private final WishStore store;
    private final Wishes wishes;

    WishPages(Networks networks, Directory directory, WishStore store, Wishes wishes) {
        this.networks = networks;
        this.directory = directory;
        this.store = store;
        this.wishes = wishes;
    }

    sealed interface Answer {

        record Kept() implements Answer {}

        record Again(WishesPage page) implements Answer {}
    }

    @Transactional(readOnly = true)
    WishesPage page(NetworkId network) {
        return page(network, WishForm.EMPTY, Map.of(), Map.of());
    }

    @Transactional
    Answer keep(NetworkId network, WishForm form) {
        networks.convened(network);
        var wrong = new LinkedHashMap<String, Message>();
        var offered = new LinkedHashMap<String, List<Directory.Suggestion>>();
        var one = meant(network, "one", form, wrong, offered);
        var other = meant(network, "other", form, wrong, offered);
        var kind = form.kind();
        if (kind.isEmpty()) {
            wrong.put("kind", Message.of("proposals.wishes.wrong.kind"));
        }
        if (one.isEmpty() || other.isEmpty() || kind.isEmpty()) {
            return new Answer.Again(page(network, form, wrong, offered));
        }
        return switch (wishes.keep(network, one.get(), other.get(), kind.get())) {
            case Wishes.Keeping.Kept() -> new Answer.Kept();
            case Wishes.Keeping.OtherKind(var before) ->
                again(network, form, "pair", "proposals.wishes.wrong.other-kind." + before.key());
            case Wishes.Keeping.OnePersonTwice() -> again(network, form, "other", "proposals.wishes.wrong.twice");
            case Wishes.Keeping.Unknown() -> throw new NotFound();
        };
    }

    @Transactional
    void takeBack(NetworkId network, ProfileId one, ProfileId other) {
        networks.convened(network);
        wishes.takeBack(network, one, other);
    }

    private Answer again(NetworkId network, WishForm form, String field, String problem) {
        return new Answer.Again(page(network, form, Map.of(field, Message.of(problem)), Map.of()));
    }

    private WishesPage page(
            NetworkId network,
            WishForm form,
            Map<String, Message> wrong,
            Map<String, List<Directory.Suggestion>> offered) {
        return new WishesPage(networks.convened(network), store.of(network), form, wrong, offered);
    }

    /// By the id that was picked, or by words that mean one leader only; otherwise the few that they may mean are
    /// offered.
    private Optional<ProfileId> meant(
            NetworkId network,
            String side,
            WishForm form,
            Map<String, Message> wrong,
            Map<String, List<Directory.Suggestion>> offered) {
        var picked = form.picked(side);
        if (picked.isPresent()) {
            return picked;
        }
        var words = form.value(side).strip();
        return switch (directory.meant(network, words)) {
            case Directory.Meant.One(var entry) -> Optional.of(entry.id());
            case Directory.Meant.Several(var some) -> {
                wrong.put(side, Message.of("proposals.wishes.wrong.several", words));
                offered.put(side, some);
                yield Optional.empty();
            }
            case Directory.Meant.Nobody() -> {
                wrong.put(
                        side,
                        words.isEmpty()
                                ? Message.of("proposals.wishes.wrong.empty")
                                : Message.of("proposals.wishes.wrong.nobody", words));
                yield Optional.empty();
            }
        };
    }
}
