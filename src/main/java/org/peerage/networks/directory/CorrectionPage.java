package org.peerage.networks.directory;

import java.util.List;
import java.util.Map;
import org.peerage.networks.Networks;
import org.peerage.rosters.Column;
import org.peerage.web.Message;

/// Somebody whom the convener wrote down, being corrected.
record CorrectionPage(
        Networks.Network network, ProfileStore.Profile person, ProfileForm form, Map<Column, Message> wrong)
        implements Networks.Within {

    static final List<Column> FIELDS = List.of(Column.NAME, Column.EMAIL, Column.ORGANISATION, Column.ROLE_TITLE);

    static CorrectionPage of(Networks.Network network, ProfileStore.Profile person) {
        return new CorrectionPage(network, person, ProfileForm.of(FIELDS, person.facts()::text), Map.of());
    }
}
