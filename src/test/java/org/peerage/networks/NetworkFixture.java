package org.peerage.networks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.peerage.RunningPeerage;
import org.peerage.identity.LinkAccepted;
import org.peerage.networks.roster.Imports;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/// People, networks and rosters for tests, made the way everybody makes them.
public final class NetworkFixture {

    public static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private NetworkFixture() {}

    public static PersonId aPerson() {
        return new PersonId(Ids.next());
    }

    public static PersonId aFounder() {
        var person = aPerson();
        acceptFoundingLink(person);
        return person;
    }

    public static void acceptFoundingLink(PersonId person) {
        as(person, () -> {
            var accepted = new LinkAccepted(
                    Ids.next(), Networks.FOUND, UUID.randomUUID(), person, "Mara Example", Instant.EPOCH);
            PEERAGE.bean(ApplicationEventMulticaster.class)
                    .multicastEvent(new PayloadApplicationEvent<>(PEERAGE, accepted));
            return person;
        });
    }

    public static NetworkId aNetworkOf(PersonId founder) {
        var founding = as(
                founder,
                () -> PEERAGE.bean(Networks.class)
                        .found(new NetworkForm.Command(
                                "Harbour Circle", "Peers who build", ZoneId.of("Europe/Lisbon"), "leaders")));
        return switch (founding) {
            case Networks.Founding.Founded(var network) -> network;
            case Networks.Founding.NoLeave() -> throw new AssertionError("no leave to found");
        };
    }

    /// Brings a list of leaders in, headings on the first line.
    public static void imported(PersonId convener, NetworkId network, String csv) {
        var imports = PEERAGE.bean(Imports.class);
        var staged = as(convener, () -> imports.stage(network, "roster.csv", csv.getBytes(StandardCharsets.UTF_8)));
        if (!(staged instanceof Imports.Staging.Staged(var upload))
                || !(as(convener, () -> imports.run(network, upload)) instanceof Imports.Running.Done)) {
            throw new AssertionError(staged);
        }
    }

    public static Networks.Seating seat(NetworkId network, ProfileId profile, PersonId person, String name) {
        return as(person, () -> PEERAGE.bean(Networks.class).seat(network, profile, person, name));
    }

    public static PersonId aMemberOf(NetworkId network) {
        var person = aPerson();
        as(person, () -> PEERAGE.bean(Networks.class).seat(network, null, person, "Noor Example"));
        return person;
    }

    public static <T> T as(PersonId person, Supplier<T> work) {
        return Acting.as(new Actor.Person(person), () -> PEERAGE.inTransaction(work));
    }
}
