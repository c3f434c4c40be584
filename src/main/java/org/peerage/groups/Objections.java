package org.peerage.groups;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.stereotype.Component;

/// What every module knows against seating somebody.
@Component
public class Objections {

    private final List<SeatRule> rules;

    Objections(List<SeatRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// What speaks against these joining those who sit there; what forbids it comes first.
    public List<Objection> against(NetworkId network, List<ProfileId> seated, List<ProfileId> joining) {
        var all = Stream.concat(seated.stream(), joining.stream()).distinct().toList();
        return joining.isEmpty() || all.size() < 2
                ? List.of()
                : rules.stream()
                        .flatMap(rule -> rule.objections(network, all, joining).stream())
                        .sorted(Comparator.comparing(objection -> !objection.forbids()))
                        .toList();
    }

    /// Among those who sit together already.
    public List<Objection> among(NetworkId network, List<ProfileId> seated) {
        return against(network, List.of(), seated);
    }
}
