package org.peerage.proposals.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.networks.ProfileId;

class ByHandTests {

    private final ProfileId ada = new ProfileId(UUID.fromString("0195a000-0000-7000-8000-0000000000fe"));
    private final ProfileId bram = new ProfileId(UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    @Test
    void whomTheFilterFindsIsLeftOutAndPutBack() {
        var without = ByHand.NOBODY.leave(ada, true);

        assertThat(without).isEqualTo(new ByHand(Set.of(ada), Set.of()));
        assertThat(without.take(ada, true)).isEqualTo(ByHand.NOBODY);
    }

    @Test
    void whomTheFilterDoesNotFindIsAddedAndTakenOffAgain() {
        var with = ByHand.NOBODY.take(ada, false);

        assertThat(with).isEqualTo(new ByHand(Set.of(), Set.of(ada)));
        assertThat(with.leave(ada, false)).isEqualTo(ByHand.NOBODY);
    }

    @Test
    void whenTheFilterHasChangedOnePressStillDoesWhatItSays() {
        assertThat(ByHand.NOBODY.take(ada, false).leave(ada, true)).isEqualTo(new ByHand(Set.of(ada), Set.of()));
        assertThat(ByHand.NOBODY.leave(ada, true).take(ada, false)).isEqualTo(new ByHand(Set.of(), Set.of(ada)));
    }

    @Test
    void anAddressCarriesItAndNonsenseMeansNobody() {
        var text = ByHand.text(List.of(bram, ada));

        assertThat(text).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{22}");
        assertThat(ByHand.read(text, "").left()).containsExactly(bram, ada);
        assertThat(ByHand.read("", "")).isEqualTo(ByHand.NOBODY);
        assertThat(ByHand.read("x.%." + text + ".AAAA", "?").left()).containsExactly(bram, ada);
        assertThat(ByHand.read((text + ".").repeat(ByHand.MOST), text).left()).hasSizeLessThanOrEqualTo(ByHand.MOST);
    }
}
