package org.peerage.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;

import org.peerage.RunningPeerage;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// What somebody does with an account elsewhere, once the provider has said whose it is; what a provider says, and
/// how it may lie, is for `ProviderSignInTests`.
public final class ProviderDeeds {

    private static final String ISSUER = "https://login.example.org/deeds";

    private final ProviderSignIns signIns = RunningPeerage.shared().bean(ProviderSignIns.class);
    private final PersonId person;
    private final Account account;

    public ProviderDeeds(PersonId person) {
        this.person = person;
        this.account = new Account("deeds", ISSUER, person.toString(), "wren@example.org");
    }

    public ProviderDeeds connects() {
        assertThat(NetworkFixture.<Boolean>as(person, () -> signIns.connect(person, account)))
                .isTrue();
        return this;
    }

    public void comesIn() {
        assertThat(Acting.asProgram("sign-in", () -> signIns.comeIn(account))).isPresent();
    }

    public void disconnects() {
        NetworkFixture.as(person, () -> {
            signIns.remove(person, ISSUER);
            return person;
        });
    }
}
