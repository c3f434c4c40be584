package org.peerage.composition.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peerage.composition.Leader;
import org.peerage.composition.States;

/// Where a place lies, by its name: "Austin, TX, USA", "Bergen, Norway", "Oslo". Of several with one name the largest
/// counts that is in the country, and in the United States and Canada in the state, that is named. What is not among
/// the 23,000 places of `places.csv` is not known, and nothing is guessed: a country or a state alone is no place.
final class Places {

    private static final String OTHER_NAMES = """
            US/NY/ New York=New York City
            US/DC/ Washington DC=Washington
            IN// Gurugram=Gurgaon
            IN// Bangalore=Bengaluru
            IN// Bombay=Mumbai
            IN// Calcutta=Kolkata
            IN// Madras=Chennai
            IL// Tel Aviv-Yafo=Tel Aviv
            UA// Kiev=Kyiv
            DE// Cologne=Köln
            DE// Nuremberg=Nürnberg
            DE// Hanover=Hannover
            SE// Gothenburg=Göteborg
            CH// Geneva=Genève
            CH// Lucerne=Luzern
            CH// Berne=Bern
            BE// Antwerp=Antwerpen
            BE// Ghent=Gent
            BE// Bruges=Brugge
            ES// Seville=Sevilla
            IT// Padua=Padova
            IE// Limerick=Luimneach
            IE// Galway=Gaillimh
            PA// Panama City=Panamá
            PH// Makati=Makati City
            KZ// Astana=Nur-Sultan
            VN// Saigon=Ho Chi Minh City
            MX// CDMX=Mexico City
            """;

    /// Names of countries as rosters write them, where the usual English name is another.
    private static final String OTHER_COUNTRIES = """
            usa=US;uk=GB;england=GB;scotland=GB;wales=GB;northern ireland=GB;uae=AE;south korea=KR;korea=KR;russia=RU
            hong kong=HK;macau=MO;czech republic=CZ;czechia=CZ;turkey=TR;ivory coast=CI;holland=NL;the netherlands=NL
            democratic republic of the congo=CD;vietnam=VN;burma=MM;macedonia=MK;palestine=PS;taiwan=TW;laos=LA
            """;

    private static final class Known {
        private static final Places PLACES = new Places();
    }

    private final Map<String, Leader.Spot> spots = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    private Places() {
        for (String code : Locale.getISOCountries()) {
            countries.put(folded(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
        }
        OTHER_COUNTRIES
                .lines()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    countries.put(folded(pair.substring(0, equals)), pair.substring(equals + 1));
                });
        try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream("/composition/places.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        OTHER_NAMES.lines().forEach(line -> {
            String area = line.substring(0, line.indexOf(' '));
            int equals = line.indexOf('=');
            Leader.Spot spot = Objects.requireNonNull(spots.get(area + folded(line.substring(equals + 1))), line);
            String name = folded(line.substring(area.length(), equals));
            spots.putIfAbsent(area + name, spot);
            spots.putIfAbsent(area.substring(0, 2) + "//" + name, spot);
            spots.putIfAbsent("//" + name, spot);
        });
    }

    /// The spot of a place; empty when it is not known.
    static Optional<Leader.Spot> of(String place) {
        return place.isBlank() ? Optional.empty() : Known.PLACES.find(place);
    }

    private Optional<Leader.Spot> find(String place) {
        List<String> parts =
                Arrays.stream(place.split(",", -1)).map(String::strip).toList();
        String name = folded(parts.getFirst());
        String last = parts.getLast();
        if (parts.size() == 1) {
            return Optional.ofNullable(spots.get("//" + name));
        }
        String country = countries.get(folded(last));
        if (country == null) {
            return Optional.ofNullable(spots.get("US/" + last.toUpperCase(Locale.ROOT) + "/" + name))
                    .or(() -> Optional.ofNullable(spots.get("CA/" + last.toUpperCase(Locale.ROOT) + "/" + name)));
        }
        if (parts.size() > 2 && (country.equals("US") || country.equals("CA"))) {
            Optional<String> region = States.letters(parts.get(parts.size() - 2));
            if (region.isPresent()) {
                return Optional.ofNullable(spots.get(country + "/" + region.get() + "/" + name));
            }
        }
        return Optional.ofNullable(spots.get(country + "//" + name));
    }

    /// The largest comes first in the file, so that it keeps the name.
    private void add(String line) {
        String[] cells = line.split(",", -1);
        String name = folded(cells[2]);
        Leader.Spot spot = new Leader.Spot(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
        spots.putIfAbsent("//" + name, spot);
        spots.putIfAbsent(cells[0] + "//" + name, spot);
        if (!cells[1].isEmpty()) {
            spots.putIfAbsent(cells[0] + "/" + cells[1] + "/" + name, spot);
        }
    }

    /// Without accents, case and punctuation, so that "Bogota" is "Bogotá" and "St. Louis" is "Saint Louis".
    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.startsWith("saint ") ? "st " + plain.substring("saint ".length()) : plain;
    }
}
