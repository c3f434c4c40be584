package org.peerage.networks;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.peerage.web.Message;

/// What a roster can say about a leader. Each column knows the headings it usually goes by and how its cells are read.
public enum Column {
    ORGANISATION(
            200,
            "company",
            "companyname",
            "organization",
            "organizationname",
            "firm",
            "business",
            "employer",
            "unternehmen",
            "firma",
            "accountname",
            "primarycompany",
            "entreprise",
            "societe",
            "empresa"),
    NAME(
            120,
            "fullname",
            "person",
            "personname",
            "contact",
            "contactname",
            "leader",
            "member",
            "membername",
            "ceo",
            "ansprechpartner",
            "kontakt",
            "nom",
            "nombre"),
    ROLE_TITLE(
            120,
            "role",
            "jobtitle",
            "organizationtitle",
            "title",
            "position",
            "function",
            "rolle",
            "funktion",
            "funkce",
            "poste",
            "cargo"),
    INDUSTRY(120, "sector", "branche", "secteur", "industria", "industrie"),
    SUBINDUSTRY(120, "subsector", "industrygroup", "niche", "unterbranche"),
    TAGS(600, "tag", "keywords", "labels", "topics", "schlagworte"),
    TEAM_SIZE(
            20,
            "size",
            "employees",
            "headcount",
            "employeecount",
            "numberofemployees",
            "staff",
            "teamsize",
            "mitarbeiter",
            "effectif"),
    STAGE(60, "companystage", "phase", "maturity"),
    STATUS(60, "companystatus"),
    PLACE(
            200,
            "businesscity",
            "mailingcity",
            "address1city",
            "location",
            "city",
            "town",
            "headquarters",
            "hq",
            "region",
            "ort",
            "stadt",
            "ville",
            "ciudad"),
    COUNTRY(
            120,
            "nation",
            "countryname",
            "businesscountryregion",
            "mailingcountry",
            "address1country",
            "land",
            "pays",
            "pais"),
    TIME_ZONE(60, "timezone", "tz", "zone", "zeitzone"),
    REMOTE(10, "isremote", "remoteok", "worksremotely"),
    LANGUAGES(200, "language", "speaks", "sprachen", "langues", "idiomas"),
    EXPERIENCE_YEARS(20, "experience", "years", "yearsofexperience", "yearsinrole", "berufserfahrung"),
    HAS_DONE(600, "competencies", "competences", "competency", "skills", "expertise", "experiencedin", "kompetenzen"),
    AIMS(600, "aim", "aimsat", "goals", "goal", "wantsto", "ambitions", "ziele", "objectifs"),
    EMAIL(254, "emailaddress", "mail", "email", "email1value", "courriel", "correo"),
    EXTERNAL_ID(120, "id", "externalid", "identifier", "recordid", "contactid", "uuid", "key", "number", "nr");

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>]{1,64}@[^@\\s,;<>]+\\.[^@\\s,;<>.]+");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,3}([,.' \\u00a0\\u202f][0-9]{3})+|[0-9]{1,8}");
    private static final String FIRST_NAME = "(firstname|givenname|forename|vorname|prenom)";
    private static final String LAST_NAME = "(lastname|surname|familyname|nachname|nomdefamille)";

    /// What a spreadsheet or an export writes where it has nothing to say.
    private static final Pattern NOTHING =
            Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)|n/a|null", Pattern.CASE_INSENSITIVE);

    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_YEARS = 80;

    private final int longest;
    /// Apart by blanks, the best first.
    private final String headings;

    Column(int longest, String... headings) {
        this.longest = longest;
        this.headings = String.join(" ", headings);
    }

    /// A cell as it will be stored, or why it cannot be.
    public sealed interface Cell {

        record Read(String text) implements Cell {}

        record Unreadable(Message problem) implements Cell {}
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Column> named(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    public boolean goesBy(String heading) {
        return rank(heading).isPresent();
    }

    /// How well a heading says it: the lower the better.
    public OptionalInt rank(String heading) {
        var plain = plain(heading);
        if (plain.equals(plain(key()))) {
            return OptionalInt.of(0);
        }
        if (this == NAME && plain.matches(FIRST_NAME + LAST_NAME)) {
            return OptionalInt.of(1);
        }
        var at = List.of(headings.split(" ", -1)).indexOf(plain);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 2);
    }

    /// Of a column that holds half of a name.
    public static boolean firstName(String heading) {
        return plain(heading).matches(FIRST_NAME);
    }

    public static boolean lastName(String heading) {
        return plain(heading).matches(LAST_NAME);
    }

    public Cell read(String cell) {
        var text = cell.strip().replaceAll("[\\s\\p{Cntrl}\\u00a0\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ");
        if (text.isEmpty() || NOTHING.matcher(text).matches()) {
            return new Cell.Read("");
        }
        if (text.length() > longest) {
            return unreadable("long", text.length(), longest);
        }
        return switch (this) {
            case TEAM_SIZE -> size(text);
            case EXPERIENCE_YEARS -> years(text);
            case REMOTE -> yesOrNo(text);
            case TIME_ZONE -> zone(text);
            case EMAIL ->
                ADDRESS.matcher(text).matches()
                        ? new Cell.Read(text.toLowerCase(Locale.ROOT))
                        : unreadable("email", text);
            default -> new Cell.Read(text);
        };
    }

    private static Cell size(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return unreadable("number", text);
        }
        var size = Integer.parseInt(text.replaceAll("[^0-9]", ""));
        return size > MOST_PEOPLE ? unreadable("number", text) : new Cell.Read(Integer.toString(size));
    }

    private static Cell years(String text) {
        return text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= MOST_YEARS
                ? new Cell.Read(Integer.toString(Integer.parseInt(text)))
                : unreadable("years", text);
    }

    private static Cell yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "x", "remote", "ja", "oui", "si", "sí" -> new Cell.Read("yes");
            case "no", "n", "false", "0", "-", "nein", "non" -> new Cell.Read("no");
            default -> unreadable("yesOrNo", text);
        };
    }

    private static Cell zone(String text) {
        try {
            return new Cell.Read(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return unreadable("zone", text);
        }
    }

    private static Cell unreadable(String key, Object... arguments) {
        return new Cell.Unreadable(Message.of("networks.import.wrong." + key, arguments));
    }

    public static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
