package org.peerage.composition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Hours from universal time in winter, from a zone's name, an offset, or the last words of a place ("Austin, TX,
/// USA"). Countries with several zones are told apart by their state where the roster says it, and otherwise take the
/// zone of most of their people.
public final class Zones {

    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

    private static final String COUNTRIES = """
            -6 Mexico;Costa Rica;Guatemala;El Salvador;Honduras;Nicaragua
            -5 USA;United States;Canada;Colombia;Peru;Panama;Ecuador;Jamaica
            -4 Puerto Rico;Venezuela;Bolivia;Dominican Republic
            -3 Brazil;Argentina;Chile;Uruguay;Paraguay
            0 United Kingdom;UK;Ireland;Portugal;Ghana;Senegal;Ivory Coast;Iceland
            1 France;Germany;Spain;Italy;Netherlands;Belgium;Switzerland;Austria;Denmark;Sweden;Norway;Poland;Czechia
            1 Hungary;Croatia;Slovenia;Slovakia;Serbia;Luxembourg;Nigeria;Morocco;Algeria;Tunisia;Malta
            1 Democratic Republic of the Congo;Cameroon
            2 Finland;Estonia;Latvia;Lithuania;Greece;Romania;Bulgaria;Ukraine;Cyprus;Israel;Egypt;South Africa;Zambia
            2 Namibia;Zimbabwe;Rwanda;Lebanon;Jordan;Botswana;Malawi;Mozambique
            3 Turkey;Kenya;Uganda;Tanzania;Ethiopia;Saudi Arabia;Iraq;Bahrain;Kuwait;Qatar
            4 United Arab Emirates;Georgia;Armenia;Azerbaijan;Oman;Mauritius
            5 Pakistan;Kazakhstan;Uzbekistan
            5.5 India;Sri Lanka
            5.75 Nepal
            6 Bangladesh;Kyrgyzstan
            7 Indonesia;Vietnam;Thailand;Cambodia
            8 Singapore;Hong Kong;China;Malaysia;Philippines;Taiwan
            9 Japan;South Korea
            10 Australia
            12 New Zealand
            """;

    private static final String STATES = """
            -10 HI
            -9 AK
            -8 CA;WA;OR;NV;BC
            -7 AZ;CO;UT;NM;MT;ID;WY;AB
            -6 TX;IL;MN;WI;MO;TN;AL;LA;OK;KS;NE;IA;AR;MS;ND;SD;MB;SK
            -5 NY;MA;FL;GA;PA;NJ;NC;SC;VA;MD;DC;OH;MI;IN;KY;CT;RI;NH;VT;ME;DE;WV;ON;QC
            -4 NS;NB;PE
            -3.5 NL
            """;

    private static final Map<String, Double> HOURS_OF_COUNTRY = read(COUNTRIES);
    private static final Map<String, Double> HOURS_OF_STATE = read(STATES);

    private Zones() {}

    public static OptionalDouble ofName(String text) {
        try {
            return OptionalDouble.of(
                    ZoneId.of(text.strip()).getRules().getOffset(WINTER).getTotalSeconds() / 3600.0);
        } catch (DateTimeException unknown) {
            return OptionalDouble.empty();
        }
    }

    public static OptionalDouble ofPlace(String place) {
        String[] parts = place.split(",", -1);
        String country = parts[parts.length - 1].strip();
        if (parts.length > 1
                && (country.equals("USA") || country.equals("United States") || country.equals("Canada"))) {
            Optional<Double> hours = States.letters(parts[parts.length - 2])
                    .flatMap(letters -> Optional.ofNullable(HOURS_OF_STATE.get(key(letters))));
            if (hours.isPresent()) {
                return OptionalDouble.of(hours.get());
            }
            // A state is named and not known: the zone of most people would be a guess.
            if (parts.length > 2) {
                return OptionalDouble.empty();
            }
        }
        Double hours = HOURS_OF_COUNTRY.get(key(country));
        return hours == null ? OptionalDouble.empty() : OptionalDouble.of(hours);
    }

    /// Around the globe: from +12 to -10 it is two hours.
    public static double apart(double one, double other) {
        double hours = Math.abs(one - other);
        return Math.min(hours, 24 - hours);
    }

    private static Map<String, Double> read(String lines) {
        Map<String, Double> hours = new HashMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            for (String name : line.substring(space + 1).split(";", -1)) {
                hours.put(key(name), Double.valueOf(line.substring(0, space)));
            }
        });
        return Map.copyOf(hours);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
