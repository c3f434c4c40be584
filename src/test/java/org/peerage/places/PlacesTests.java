package org.peerage.places;

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
        assertThat(Places.find(place)).hasValueSatisfying(spot -> {
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
            Portland, USA
            Cambridge
            Boston, ZZ, USA
            """)
    void whatIsNoPlaceIsNotGuessed(String place) {
        assertThat(Places.find(place)).isEmpty();
    }

    @Test
    void nothingSaidIsNoPlace() {
        assertThat(Places.find("")).isEmpty();
        assertThat(Places.find(" , ")).isEmpty();
    }

    /// Both ways to write it must give the hours that are kept there, or none.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Austin, TX, USA                             | -6
            Austin, Texas, United States                | -6
            Austin, Texas                               | -6
            Austin TX                                   | -6
            Austin, TX 78701                            | -6
            San Francisco, California, United States    | -8
            San Francisco Bay Area                      | -8
            Seattle, Washington, United States          | -8
            Seattle, King County, Washington, United States | -8
            Honolulu, Hawaii, United States             | -10
            Anchorage, Alaska                           | -9
            Phoenix, Arizona, USA                       | -7
            El Paso, Texas, United States               | -7
            Nashville, Tennessee, United States         | -6
            Knoxville, Tennessee, United States         | -5
            Atlanta, Georgia, USA                       | -5
            Atlanta, Georgia                            | -5
            Los Altos Hills, California, United States  | -8
            Portland, OR                                | -8
            Portland, Maine                             | -5
            CA, USA                                     | -8
            Remote, Oregon, United States               | -8
            New York, USA                               | -5
            NYC                                         | -5
            Montreal, Québec, Canada                    | -5
            St. John's, Newfoundland and Labrador, Canada | -3.5
            Vancouver, BC                               | -8
            Toronto, CA                                 | -5
            Tbilisi, Georgia                            | 4
            Munich, DE                                  | 1
            1010 Wien                                   | 1
            Wien, Österreich                            | 1
            München, Deutschland                        | 1
            Paris Area, France                          | 1
            Paris                                       | 1
            London                                      | 0
            Berlin (Germany)                            | 1
            Greater London, England, United Kingdom     | 0
            Kleinkleckersdorf, Germany                  | 1
            Norway                                      | 1
            Bengaluru, KA, India                        | 5.5
            MH, India                                   | 5.5
            Kathmandu                                   | 5.75
            Ürümqi, China                               | 8
            Sydney, NSW, Australia                      | 10
            Perth, Western Australia, Australia         | 8
            Fremantle Village, WA, Australia            | 8
            SP, Brazil                                  | -3
            Manaus, Amazonas, Brazil                    | -4
            AM, Brazil                                  | -4
            Brazil                                      | -3
            Santiago, Chile                             | -4
            Auckland, New Zealand                       | 12
            Las Palmas de Gran Canaria, Spain           | 0
            Catalonia, Spain                            | 1
            Tenerife, Spain                             | 0
            Kinshasa, Democratic Republic of the Congo  | 1
            Singapore                                   | 8
            Perth, WA                                   | 8
            Melbourne, VIC                              | 10
            Adelaide, SA                                | 9.5
            Manaus - AM                                 | -4
            São Paulo/SP                                | -3
            Belém, PA                                   | -3
            Tijuana, B.C.                               | -8
            Monterrey, N.L., México                     | -6
            Mumbai, MH                                  | 5.5
            Martinique, France                          | -4
            Saint-Denis, La Réunion, France             | 4
            San Juan, PR 00901, USA                     | -4
            Guam, USA                                   | 10
            Portland Oregon                             | -8
            Atlanta GA USA                              | -5
            Columbus Georgia                            | -5
            Phoenix, Ariz.                              | -7
            Portland, Ore.                              | -8
            Halifax, N.S.                               | -4
            Calgary, Alta.                              | -7
            Ft. Lauderdale, FL                          | -5
            Dallas/Fort Worth                           | -6
            Birmingham, West Midlands                   | 0
            Kiel, Schleswig-Holstein                    | 1
            Bayern                                      | 1
            Muenchen                                    | 1
            D-80331 München                             | 1
            1012 AB Amsterdam                           | 1
            Frankfurt/Main                              | 1
            Halle (Saale)                               | 1
            Raum Köln                                   | 1
            Peking                                      | 8
            Königsberg                                  | 2
            Leningrad                                   | 3
            Londres, Royaume-Uni                        | 0
            Großbritannien                              | 0
            Salem, OR                                   | -8
            Richmond, BC                                | -8
            """)
    void aPlaceGivesTheHoursThatAreKeptThere(String place, double hours) {
        assertThat(Places.hours(place)).hasValue(hours);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Remote
            Remote, USA
            United States
            Canada
            Australia
            Georgia
            Washington
            Washington, USA
            Portland
            Birmingham
            Somewhere, Unheard of, USA
            Smallville, Tennessee
            Smallville, Georgia
            Smallville, DE
            Middle-earth
            Atlantis, Brazil
            London / New York
            London & New York
            Paris / Berlin, CT
            San José
            Toledo
            Ontario, CA
            Vancouver, MH
            """)
    void whatMayKeepTwoHoursIsUnknownAndNeverTakenForOneOfThem(String place) {
        assertThat(Places.hours(place)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Oslo                         | 1
            europe/oslo                         | 1
            America/New York                    | -5
            asia_slash_seoul                    | 9
            america_slash_guayaquil             | -5
            us_slash_eastern                    | -5
            Eastern Standard Time               | -5
            Eastern Time (US & Canada)          | -5
            (UTC-05:00) Eastern Time (US & Canada) | -5
            (GMT+01:00) Amsterdam               | 1
            (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | 1
            (GMT+00:00) London                  | 0
            (UTC) Coordinated Universal Time    | 0
            (UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi | 5.5
            W. Europe Standard Time             | 1
            EST                                 | -5
            PST                                 | -8
            CET                                 | 1
            MEZ                                 | 1
            Central European Time (CET)         | 1
            GMT                                 | 0
            UTC+2                               | 2
            GMT+1                               | 1
            UTC +5:30                           | 5.5
            GMT-0330                            | -3.5
            +01:00                              | 1
            -8                                  | -8
            UTC−3                               | -3
            Wien                                | 1
            London                              | 0
            Tokyo, Japan                        | 9
            CET/CEST                            | 1
            EST/EDT                             | -5
            CST/CDT                             | -6
            GMT/BST                             | 0
            UTC+1/+2                            | 1
            UTC-5 / UTC-4                       | -5
            GMT+5.5                             | 5.5
            UTC plus 2                          | 2
            Mountain                            | -7
            Central (US & Canada)               | -6
            UTC-3 (Brazil)                      | -3
            GMT+1 (Paris)                       | 1
            UTC+9 JST                           | 9
            IST (UTC+5:30)                      | 5.5
            IST (India)                         | 5.5
            India Standard Time (IST)           | 5.5
            CST (China)                         | 8
            CEST (UTC+2)                        | 1
            (GMT-04:00) Eastern Time - New York | -5
            Heure d'Europe centrale             | 1
            Horário de Brasília                 | -3
            hora de Madrid                      | 1
            Central Brazilian Standard Time     | -4
            Caucasus Standard Time              | 4
            Germany                             | 1
            UK                                  | 0
            UTC 0                               | 0
            """)
    void aZoneIsReadAsPeopleWriteIt(String name, double hours) {
        assertThat(Zones.hours(name)).hasValue(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "CST",
        "IST",
        "BST",
        "AST",
        "Middle-earth",
        "Mars/Olympus",
        "UTC+99",
        "Portland",
        "3-May",
        "12",
        "110",
        "UTC 05:30",
        "UTC 10",
        "EST (UTC+10)",
        "EST (AUS)",
        "Australia",
        "CET/EST"
    })
    void lettersThatMeanTwoZonesAreNone(String name) {
        assertThat(Zones.hours(name)).isEmpty();
    }

    @Test
    void aroundTheGlobeItIsTheShorterWay() {
        assertThat(Zones.apart(12, -10)).isEqualTo(2);
    }
}
