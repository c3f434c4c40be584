package org.peerage.places;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Countries by their names and codes; states and provinces of the countries with several zones.
final class Areas {

    /// Names of countries as people write them, where the usual English name is another.
    private static final String OTHER_COUNTRIES = """
            us=US;u s=US;u s a=US;usa=US;united states of america=US;america=US;uk=GB;u k=GB;england=GB;scotland=GB
            wales=GB;northern ireland=GB;great britain=GB;britain=GB;uae=AE;emirates=AE;south korea=KR;korea=KR
            republic of korea=KR;russia=RU;hong kong=HK;hong kong sar=HK;macau=MO;czech republic=CZ;czechia=CZ
            turkey=TR;turkiye=TR;ivory coast=CI;holland=NL;the netherlands=NL;democratic republic of the congo=CD
            vietnam=VN;viet nam=VN;burma=MM;macedonia=MK;palestine=PS;taiwan=TW;laos=LA;mainland china=CN
            """;

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.of("es"),
            Locale.ITALIAN,
            Locale.of("pt"),
            Locale.of("nl"));

    private static final String STATES = """
            US Alabama=AL;Alaska=AK;Arizona=AZ;Arkansas=AR;California=CA;Colorado=CO;Connecticut=CT;Delaware=DE
            US District of Columbia=DC;Florida=FL;Georgia=GA;Hawaii=HI;Idaho=ID;Illinois=IL;Indiana=IN;Iowa=IA
            US Kansas=KS;Kentucky=KY;Louisiana=LA;Maine=ME;Maryland=MD;Massachusetts=MA;Michigan=MI;Minnesota=MN
            US Mississippi=MS;Missouri=MO;Montana=MT;Nebraska=NE;Nevada=NV;New Hampshire=NH;New Jersey=NJ
            US New Mexico=NM;New York=NY;New York State=NY;Washington State=WA;North Carolina=NC;North Dakota=ND
            US Ohio=OH;Oklahoma=OK;Oregon=OR;Pennsylvania=PA;Rhode Island=RI;South Carolina=SC;South Dakota=SD
            US Tennessee=TN;Texas=TX;Utah=UT;Vermont=VT;Virginia=VA;Washington=WA;West Virginia=WV;Wisconsin=WI
            US Wyoming=WY;Calif=CA;Mass=MA;Tex=TX;Fla=FL;Penn=PA;Wash=WA;Colo=CO;Conn=CT;Minn=MN;Mich=MI
            CA Alberta=AB;British Columbia=BC;Manitoba=MB;New Brunswick=NB;Newfoundland and Labrador=NL
            CA Nova Scotia=NS;Ontario=ON;Prince Edward Island=PE;Quebec=QC;Saskatchewan=SK;Yukon=YT
            """;

    /// Where the list of places knows no states: hours and names.
    private static final String HOURS = """
            US/ -10 HI
            AU/ 10 New South Wales;NSW;Victoria;VIC;Queensland;QLD;Tasmania;TAS;Australian Capital Territory;ACT
            AU/ 9.5 South Australia;SA;Northern Territory;NT
            AU/ 8 Western Australia;WA
            BR/ -5 Acre;AC
            BR/ -4 Amazonas;AM;Rondonia;RO;Roraima;RR;Mato Grosso;MT;Mato Grosso do Sul;MS
            BR/ -3 Alagoas;AL;Amapa;AP;Bahia;BA;Ceara;CE;Distrito Federal;Federal District;DF;Espirito Santo;ES;Goias;GO
            BR/ -3 Maranhao;MA;Minas Gerais;MG;Para;PA;Paraiba;PB;Parana;PR;Pernambuco;PE;Piaui;PI;Rio de Janeiro;RJ
            BR/ -3 Rio Grande do Norte;RN;Rio Grande do Sul;RS;Santa Catarina;SC;Sao Paulo;SP;State of Sao Paulo;Sergipe
            BR/ -3 SE;Tocantins;TO
            MX/ -8 Baja California;BC
            MX/ -7 Baja California Sur;BCS;Sonora;Sinaloa;Nayarit
            MX/ -6 CDMX;Ciudad de Mexico;Mexico City;Jalisco;Jal;Nuevo Leon;NL;N L;Estado de Mexico;State of Mexico
            MX/ -6 Mex;Queretaro;Qro;Puebla;Pue;Guanajuato;Gto;Yucatan;Yuc;Veracruz;Coahuila;Coah;Tamaulipas;Morelos
            MX/ -6 Michoacan;Aguascalientes;Ags;San Luis Potosi;Hidalgo;Oaxaca;Chiapas;Tabasco;Guerrero;Durango
            MX/ -5 Quintana Roo;Q R
            ID/ 7 Jakarta;DKI Jakarta;West Java;Central Java;East Java;Banten;Yogyakarta;North Sumatra;Java;Lampung
            ID/ 8 Bali;South Sulawesi;North Sulawesi;East Kalimantan;South Kalimantan;West Nusa Tenggara
            ID/ 9 Papua;Maluku
            ES/ 0 Canary Islands;Canarias;Islas Canarias;Tenerife;Las Palmas;Gran Canaria;Lanzarote;Fuerteventura
            PT/ -1 Azores;Acores
            EC/ -6 Galapagos
            CL/ -6 Easter Island;Isla de Pascua
            CL/ -3 Magallanes
            """;

    /// Countries of which all but a few far parts, which are named above, keep one zone.
    private static final Set<String> ONE_ZONE_BUT_FAR_PARTS =
            Set.of("ES", "PT", "EC", "CL", "NZ", "FR", "NL", "DK", "GB", "NO", "CN", "CY", "UA", "PG", "PF", "KI");

    private static final Map<String, Set<String>> COUNTRIES = countries();
    private static final Map<String, String> LETTERS = letters();
    private static final Map<String, Double> HOURS_OF_STATE = hours();

    private Areas() {}

    /// The codes of the countries that a name may mean: none or one.
    static Optional<String> country(String name) {
        return COUNTRIES.getOrDefault(Gazetteer.folded(name), Set.of()).stream().findFirst();
    }

    /// The letters of a state of the United States or a province of Canada.
    static Optional<String> state(String country, String name) {
        String folded = Gazetteer.folded(name);
        return Optional.ofNullable(LETTERS.get(country + "/" + folded));
    }

    static boolean statesKnown(String country) {
        return country.equals("US") || country.equals("CA");
    }

    /// Hours of a part of a country, by its name or letters.
    static OptionalDouble hours(String country, String part) {
        Double hours = HOURS_OF_STATE.get(country + "/" + Gazetteer.folded(part));
        if (hours != null) {
            return OptionalDouble.of(hours);
        }
        return state(country, part)
                .map(letters -> Gazetteer.known().hoursOf(country + "/" + letters))
                .orElse(OptionalDouble.empty());
    }

    /// Hours of a country of which nothing else is said, or nothing that is known.
    static OptionalDouble hours(String country, boolean partUnknown) {
        return partUnknown
                        && !ONE_ZONE_BUT_FAR_PARTS.contains(country)
                        && !Gazetteer.known().oneZone(country)
                ? OptionalDouble.empty()
                : Gazetteer.known().hoursOf(country);
    }

    private static Map<String, Set<String>> countries() {
        Map<String, Set<String>> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            for (Locale language : LANGUAGES) {
                put(countries, country.getDisplayCountry(language), code);
            }
            put(countries, code, code);
            put(countries, country.getISO3Country(), code);
        }
        OTHER_COUNTRIES
                .lines()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    countries.put(Gazetteer.folded(pair.substring(0, equals)), Set.of(pair.substring(equals + 1)));
                });
        countries.values().removeIf(codes -> codes.size() > 1);
        return Map.copyOf(countries);
    }

    private static void put(Map<String, Set<String>> countries, String name, String code) {
        countries
                .computeIfAbsent(Gazetteer.folded(name), unseen -> new HashSet<>())
                .add(code);
    }

    private static Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        STATES.lines().forEach(line -> {
            String country = line.substring(0, 2);
            for (String pair : line.substring(3).split(";", -1)) {
                String[] names = pair.split("=", -1);
                letters.put(country + "/" + Gazetteer.folded(names[0]), names[1]);
                letters.put(country + "/" + Gazetteer.folded(names[1]), names[1]);
            }
        });
        return Map.copyOf(letters);
    }

    private static Map<String, Double> hours() {
        Map<String, Double> hours = new HashMap<>();
        HOURS.lines().forEach(line -> {
            String[] words = line.split(" ", 3);
            for (String name : words[2].split(";", -1)) {
                hours.put(words[0] + Gazetteer.folded(name), Double.valueOf(words[1]));
            }
        });
        return Map.copyOf(hours);
    }
}
