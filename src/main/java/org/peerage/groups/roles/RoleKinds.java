package org.peerage.groups.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The roles that a group can give, read once from `groups/roles.json`; their words are `groups.roles.<key>`.
@Component
class RoleKinds {

    /// @param months how long it is kept; 0: as long as the charter says
    record RoleKind(String key, int months) {

        LocalDate until(LocalDate today, int charterMonths) {
            return today.plusMonths(months == 0 ? charterMonths : months);
        }
    }

    private final List<RoleKind> all;

    RoleKinds() {
        try (var file = RoleKinds.class.getResourceAsStream("/groups/roles.json")) {
            all = new JsonMapper()
                    .readTree(Objects.requireNonNull(file))
                    .valueStream()
                    .map(node -> new RoleKind(
                            node.get("key").asString(), node.path("months").asInt(0)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own roles are unreadable", e);
        }
    }

    List<RoleKind> all() {
        return all;
    }

    Optional<RoleKind> find(String key) {
        return all.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }
}
