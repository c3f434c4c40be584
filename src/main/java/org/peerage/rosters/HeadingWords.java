package org.peerage.rosters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// By which headings the usual programs and people name a column: address books, mailing lists, sales programs and
/// networks, in several languages. Case, accents, blanks and signs make no difference.
final class HeadingWords {

    /// The best first.
    private static final Map<Column, List<String>> WORDS = words("""
            ORGANISATION organisation company companyname organization organizationname organisationname firm business
            ORGANISATION employer unternehmen firma firmenname accountname account primarycompany associatedcompany
            ORGANISATION personorganization org currentcompany companyororganization entreprise societe empresa compania
            ORGANISATION azienda organizacion bedrijf bedrijfsnaam foretag spolecnost arbeitgeber
            NAME name fullname person personname contact contactname leader member membername displayname fn ceo
            NAME fullnamewithtitle vollstandigername ansprechpartner kontakt nom nombre nombrecompleto nomcomplet naam namn
            ROLE_TITLE role roletitle jobtitle organizationtitle organization1title title position function fonction rolle funktion funkce
            ROLE_TITLE poste cargo headline currentposition jobposition puesto ruolo functie stelle berufsbezeichnung
            INDUSTRY industry sector branche secteur industria industrie settore rubro
            SUBINDUSTRY subindustry subsector industrygroup niche narrowindustry unterbranche
            TAGS tags tag keywords labels topics markets market schlagworte etiquetas categories
            TEAM_SIZE teamsize size employees headcount employeecount numberofemployees noofemployees companysize staff
            TEAM_SIZE organisationsize organizationsize mitarbeiter mitarbeiterzahl anzahlmitarbeiter beschaftigte effectif
            TEAM_SIZE effectifs empleados numerodeempleados dipendenti
            STAGE stage companystage phase maturity
            STATUS status companystatus
            PLACE place businesscity workcity mailingcity address1city organizationcity location city town headquarters hq
            PLACE region ort stadt standort ville ciudad citta plaats mesto cidade wohnort address1locality
            COUNTRY country nation countryname businesscountryregion countryregion mailingcountry address1country land pays
            COUNTRY pais paese businesscountry countrycode address1countryregion
            TIME_ZONE timezone tz zone zeitzone fuseauhoraire zonahoraria
            REMOTE remote isremote remoteok worksremotely
            LANGUAGES languages language speaks sprachen sprache langues idiomas lingue
            EXPERIENCE_YEARS experienceyears experience years yearsofexperience yearsinrole berufserfahrung
            HAS_DONE hasdone competencies competences competency skills expertise experiencedin kompetenzen
            AIMS aims aim aimsat goals goal wantsto ambitions ziele objectifs objetivos
            EMAIL email emailaddress mail workemail businessemail email1value emailaddress1 primaryemail personemailwork
            EMAIL geschaftlicheemail emailadresse courriel adressemail adressemail1 adresseemail correo correoelectronico
            EMAIL emailwork email1 mailadresse emailprivate posta
            EXTERNAL_ID externalid id identifier recordid contactid uuid memberid mitgliedsnummer
            """);

    private static final Set<String> FIRST_NAMES = Set.of(
            "firstname",
            "givenname",
            "forename",
            "vorname",
            "prenom",
            "voornaam",
            "jmeno",
            "imie",
            "fornamn",
            "nomepropio");
    private static final Set<String> LAST_NAMES = Set.of(
            "lastname",
            "surname",
            "familyname",
            "nachname",
            "familienname",
            "nomdefamille",
            "apellido",
            "apellidos",
            "cognome",
            "sobrenome",
            "achternaam",
            "efternamn",
            "prijmeni",
            "nazwisko");
    private static final Set<String> STATES = Set.of(
            "state",
            "stateprovince",
            "stateregion",
            "province",
            "businessstate",
            "workstate",
            "mailingstate",
            "mailingstateprovince",
            "address1stateprovince",
            "address1state",
            "address1region",
            "bundesland",
            "etat",
            "provincia");

    /// What stands before the name of a column that is the same without it.
    private static final List<String> BEFORE = List.of(
            "person",
            "contact",
            "organization",
            "organisation",
            "company",
            "account",
            "business",
            "work",
            "primary",
            "lead");
    private static final Set<Column> ALSO_AFTER = Set.of(
            Column.EMAIL,
            Column.PLACE,
            Column.COUNTRY,
            Column.INDUSTRY,
            Column.TEAM_SIZE,
            Column.ROLE_TITLE,
            Column.TIME_ZONE,
            Column.LANGUAGES,
            Column.NAME);

    private HeadingWords() {}

    /// How well a heading says it: the lower the better.
    static OptionalInt rank(Column column, String heading) {
        var plain = plain(heading);
        var words = WORDS.getOrDefault(column, List.of());
        var at = words.indexOf(plain);
        if (at >= 0) {
            return OptionalInt.of(at);
        }
        if (column == Column.NAME && names(plain)) {
            return OptionalInt.of(2);
        }
        if (ALSO_AFTER.contains(column)) {
            for (var before : BEFORE) {
                var rest = plain.startsWith(before) ? plain.substring(before.length()) : "";
                var then = words.indexOf(rest);
                if (then >= 0 && !(column == Column.NAME && rest.equals("name"))) {
                    return OptionalInt.of(100 + then);
                }
            }
        }
        return OptionalInt.empty();
    }

    /// "First name last name", in one column.
    private static boolean names(String plain) {
        return FIRST_NAMES.stream().anyMatch(first -> plain.startsWith(first) && last(plain.substring(first.length())));
    }

    static boolean first(String heading) {
        return part(heading, FIRST_NAMES);
    }

    static boolean last(String heading) {
        return part(heading, LAST_NAMES);
    }

    static boolean state(String heading) {
        return part(heading, STATES);
    }

    private static boolean part(String heading, Set<String> words) {
        var plain = plain(heading);
        return words.contains(plain)
                || BEFORE.stream()
                        .anyMatch(
                                before -> plain.startsWith(before) && words.contains(plain.substring(before.length())));
    }

    static boolean known(String heading) {
        return first(heading)
                || last(heading)
                || state(heading)
                || WORDS.keySet().stream()
                        .anyMatch(column -> rank(column, heading).isPresent());
    }

    static String plain(String heading) {
        return Normalizer.normalize(heading.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static Map<Column, List<String>> words(String lines) {
        var words = new EnumMap<Column, List<String>>(Column.class);
        lines.lines().forEach(line -> {
            var parts = List.of(line.split(" ", -1));
            words.computeIfAbsent(Column.valueOf(parts.getFirst()), unseen -> new ArrayList<>())
                    .addAll(parts.subList(1, parts.size()));
        });
        return Map.copyOf(words);
    }
}
