package org.peerage.doors;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lobby for a program: what the pages show to the owner of its token, and nothing of any room.
@Component
class Lobby {

    static final int USUAL = 50;
    static final int MOST = 200;

    private final LobbyStore store;
    private final Networks networks;

    Lobby(LobbyStore store, Networks networks) {
        this.store = store;
        this.networks = networks;
    }

    /// A part of a list.
    ///
    /// @param after the last of the part before
    record Part(@Nullable UUID after, int limit) {

        static Part of(@Nullable UUID after, @Nullable Integer limit) {
            if (limit != null && (limit < 1 || limit > MOST)) {
                throw new Problem(HttpStatus.BAD_REQUEST, "The parameter limit is between 1 and " + MOST + ".");
            }
            return new Part(after, limit == null ? USUAL : limit);
        }

        /// One more is asked for, to see whether there is one.
        private int asked() {
            return limit + 1;
        }

        private <T> List<T> first(List<T> found) {
            return found.subList(0, Math.min(limit, found.size()));
        }

        private <T> @Nullable UUID next(List<T> found, Function<T, UUID> id) {
            return found.size() > limit ? id.apply(found.get(limit - 1)) : null;
        }
    }

    @Transactional(readOnly = true)
    LobbyAnswer.Networks networks() {
        return new LobbyAnswer.Networks(
                networks.mine().stream().map(Lobby::shown).toList());
    }

    @Transactional(readOnly = true)
    LobbyAnswer.OneNetwork network(NetworkId id) {
        return new LobbyAnswer.OneNetwork(shown(networks.find(id).orElseThrow(NotFound::new)));
    }

    @Transactional(readOnly = true)
    LobbyAnswer.People people(NetworkId id, Part part) {
        var network = networks.find(id).orElseThrow(NotFound::new);
        var found = store.people(network.id(), part.after(), part.asked());
        return new LobbyAnswer.People(part.first(found), part.next(found, LobbyAnswer.Leader::id));
    }

    @Transactional(readOnly = true)
    LobbyAnswer.Groups groups(@Nullable NetworkId network, Part part) {
        var found = store.groups(network, part.after(), part.asked());
        return new LobbyAnswer.Groups(part.first(found), part.next(found, LobbyAnswer.Group::id));
    }

    @Transactional(readOnly = true)
    LobbyAnswer.OneGroup group(GroupId id) {
        return new LobbyAnswer.OneGroup(one(id));
    }

    @Transactional(readOnly = true)
    LobbyAnswer.Members members(GroupId id) {
        return new LobbyAnswer.Members(store.members(new GroupId(one(id).id())));
    }

    @Transactional(readOnly = true)
    LobbyAnswer.Meetings meetings(GroupId id, Part part) {
        return meetings(store.meetings(new GroupId(one(id).id()), part.after(), part.asked()), part);
    }

    /// In all groups in which whoever acts has a seat.
    @Transactional(readOnly = true)
    LobbyAnswer.Meetings meetings(Part part) {
        return meetings(store.meetings(null, part.after(), part.asked()), part);
    }

    private static LobbyAnswer.Meetings meetings(List<LobbyAnswer.Meeting> found, Part part) {
        return new LobbyAnswer.Meetings(part.first(found), part.next(found, LobbyAnswer.Meeting::id));
    }

    private LobbyAnswer.Group one(GroupId id) {
        return store.group(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private static LobbyAnswer.Network shown(Networks.Network network) {
        return new LobbyAnswer.Network(
                network.id().value(),
                network.name(),
                network.purpose(),
                network.zone().getId(),
                network.convened());
    }
}
