package org.peerage.meetings.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateFormatsTests {

    @Test
    void everyUpdateCanBePreparedInFifteenMinutes() {
        assertThat(new UpdateFormats().all())
                .hasSize(9)
                .allSatisfy(f -> assertThat(f.minutes() + 1).isLessThanOrEqualTo(15));
    }
}
