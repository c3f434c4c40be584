package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            San Francisco, CA, USA          | 37.8 | -122.4
            New York, NY, USA               | 40.7 | -74.0
            Washington, DC, USA             | 38.9 | -77.0
            Portland, ME, USA               | 43.7 | -70.3
            Portland, OR, USA               | 45.5 | -122.7
            Portland, Maine, United States  | 43.7 | -70.3
            Vancouver, British Columbia, Canada | 49.2 | -123.1
            London, England, United Kingdom | 51.5 | -0.1
            London, ON, Canada              | 43.0 | -81.2
            Bogota, Bogotá, Colombia        | 4.6  | -74.1
            Bogotá, Colombia                | 4.6  | -74.1
            Geneva, Switzerland             | 46.2 | 6.1
            Saint Louis, MO, USA            | 38.6 | -90.2
            Cambridge, MA                   | 42.4 | -71.1
            Cambridge, UK                   | 52.2 | 0.1
            oslo                            | 59.9 | 10.7
            Singapore, Singapore            | 1.3  | 103.9
            """)
    void aPlaceIsFoundByItsNameStateAndCountry(String place, double latitude, double longitude) {
        assertThat(Places.of(place)).hasValueSatisfying(spot -> {
            assertThat(Math.abs(spot.latitude() - latitude)).isLessThan(0.11);
            assertThat(Math.abs(spot.longitude() - longitude)).isLessThan(0.11);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Remote
            CA, USA
            Norway
            Nowhere, Norway
            Portland, TX, France
            Boston, ZZ, USA
            """)
    void whatIsNoPlaceIsNotGuessed(String place) {
        assertThat(Places.of(place)).isEmpty();
    }

    @Test
    void nothingSaidIsNoPlace() {
        assertThat(Places.of("")).isEmpty();
        assertThat(Places.of(" , ")).isEmpty();
    }
}
