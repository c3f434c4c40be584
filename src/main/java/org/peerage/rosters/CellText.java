package org.peerage.rosters;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.places.Zones;
import org.peerage.web.Message;
import org.peerage.web.download.SpreadsheetFile;

/// Cells as people and programs write them: "51-200", "~40", "10K+", "20 years", "Ed E <ed@example.org>".
final class CellText {

    /// What a spreadsheet or an export writes where it has nothing to say. Null is a name, NULL is not.
    private static final Pattern NOTHING =
            Pattern.compile("#[¡¿]?\\p{Lu}[\\p{Lu}/0-9]*[!?]|#(?i:N/A|N/D|NV|NB|NULL)|#{2,}"
                    + "|(?i:n/a|n/d|s/o|n\\. ?a\\.|n\\. ?d\\.|k\\. ?a\\.|n\\. ?v\\. ?t\\.)|null|NULL|[-–—?.]+");

    private static final Pattern NOT_KNOWN =
            Pattern.compile("(?i)unknown|unbekannt|not known|none|tbd|na|nan|inconnu|desconocido|not specified"
                    + "|keine angabe|onbekend|nvt|non renseigné|desconhecido|sin datos|no disponible|no aplica|não informado"
                    + "|não se aplica|not applicable|not available|niet van toepassing|nd");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");

    /// Marks of direction, soft hyphens and spaces of no width: they part nothing.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]+");

    private static final Pattern ORDINARY = Pattern.compile("[!-~]+(?: [!-~]+)*");

    /// A spreadsheet keeps zeros in front so: ="00123".
    private static final Pattern KEPT = Pattern.compile("=\"([^\"]*)\"");

    /// What a formula shows, and not what it leads to.
    private static final Pattern LINK = Pattern.compile(
            "(?iu)=(?:HYPERLINK|HIPERVÍNCULO|HIPERVINCULO|LIEN_HYPERTEXTE)\\(\\s*\"([^\"]*)\"\\s*(?:[,;]\\s*\"([^\"]*)\"\\s*)?\\)");

    /// A number of which a spreadsheet kept the first digits only.
    private static final Pattern CUT_SHORT = Pattern.compile("[0-9][.,]?[0-9]*E[+][0-9]{2,3}");

    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}_+][\\p{L}\\p{N}.!#$%&'*+^_{}~-]{0,63}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern AROUND_ADDRESS = Pattern.compile("[<(\\[ ]*" + ADDRESS.pattern() + "[>)\\] ]*");

    private static final String NUMBER =
            "([0-9]{1,3}(?:[,.'’ ][0-9]{3})+|[0-9]{1,9})([.,][0-9]{1,2})? ?(k|K|m|M|Tsd\\.?|tsd\\.?|Mio\\.?|mio\\.?)?";
    private static final Pattern ONE = Pattern.compile("[~≈<>+≥≤ca. ]*" + NUMBER + " ?\\+?");
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "(?: ?[-–—‑] ?| (?:to|bis|à|a|until|and|und|et|y|e|tot|en|até) )" + NUMBER);
    private static final Pattern UNITS =
            Pattern.compile("(?iu) *(employees|people|staff|persons|mitarbeiter(innen|:innen)?"
                    + "|empleados|salariés|fte|ftes|ma|vzä|etp|collaborateurs|colaboradores|funcionários|medewerkers|werknemers"
                    + "|beschäftigte|personnes|personas|pessoas|personen|trabajadores|employés|headcount)\\.?$");
    /// Words that make a number less sure, and not another.
    private static final Pattern ABOUT =
            Pattern.compile("(?iu)^(about|approx\\.?|approximately|around|circa|environ|rund"
                    + "|etwa|ungefähr|cerca de|over|more than|über|mehr als|plus de|más de|mais de|meer dan|at least|mindestens"
                    + "|up to|bis zu|bis|under|less than|fewer than|unter|weniger als|moins de|menos de|minder dan"
                    + "|between|from|zwischen|von|de|entre|tussen|van) +(?=[0-9])");
    private static final Pattern BRACKETS = Pattern.compile(" *\\([^)]*\\)$");
    private static final Pattern YEARS =
            Pattern.compile(" *(years?|yrs?|jahre?|ans|años|anos|jaar|jaren|y|j)\\.?( of experience)?$");

    /// What stands after a name and a comma, and is no first name.
    private static final Pattern AFTER_NAME = Pattern.compile(
            "(?i:jr|sr|esq|phd|md|inc|ltd|llc|gmbh|dr|prof|mba|cpa|cfa|msc|bsc|ma|ing|ii|iii|iv)\\.?|[\\p{Lu}.]{2,8}");
    private static final Pattern LAST_FIRST = Pattern.compile(
            "((?:(?:van|von|der|den|de|da|do|dos|del|della|di|du|la|le|ter|ten|zu|zur|af|av|bin|al|el) )*[\\p{L}\\p{M}.'’-]+)"
                    + ", ?([\\p{L}\\p{M}.'’-]+(?: [\\p{L}\\p{M}.'’-]+){0,2})");

    private static final Pattern MARKED = Pattern.compile("\"[^\"]*\"(?: ?, ?\"[^\"]*\")*");

    private static final Pattern ALONE = Pattern.compile("(?i)self-employed|myself only|just me|solo|only me|nur ich");

    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_YEARS = 80;

    private CellText() {}

    static String said(Column column, String cell) {
        var stripped = cell.strip();
        var text = ORDINARY.matcher(stripped).matches()
                ? SpreadsheetFile.meant(stripped)
                : BLANK.matcher(UNSEEN.matcher(Normalizer.normalize(SpreadsheetFile.meant(cell), Normalizer.Form.NFC))
                                .replaceAll(""))
                        .replaceAll(" ")
                        .strip();
        var kept = KEPT.matcher(text);
        if (kept.matches()) {
            text = kept.group(1).strip();
        }
        var link = LINK.matcher(text);
        if (link.matches()) {
            text = Objects.requireNonNullElse(link.group(2), link.group(1)).strip();
        }
        var word = column == Column.NAME || column == Column.ORGANISATION;
        return NOTHING.matcher(text).matches()
                        || (!word && NOT_KNOWN.matcher(text).matches())
                ? ""
                : text;
    }

    /// As it is seen.
    static String seen(String cell) {
        return UNSEEN.matcher(cell).replaceAll("").strip();
    }

    /// Nothing that could be seen.
    static boolean blank(String cell) {
        return cell.chars()
                .allMatch(letter -> Character.isWhitespace(letter)
                        || Character.isSpaceChar(letter)
                        || Character.getType(letter) == Character.FORMAT);
    }

    /// The address in a cell that holds more, as "Ann Able <ann@example.org>".
    static Optional<String> addressIn(String text) {
        var address = ADDRESS.matcher(text);
        return text.indexOf('@') >= 0 && address.find()
                ? Optional.of(address.group().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    static String withoutAddress(String text) {
        return AROUND_ADDRESS.matcher(text).replaceAll(" ").replace('"', ' ').strip();
    }

    static Column.Cell read(Column column, String text) {
        return switch (column) {
            case TEAM_SIZE -> size(text);
            case EXPERIENCE_YEARS -> years(text);
            case REMOTE -> yesOrNo(text);
            case TIME_ZONE ->
                Zones.named(text)
                        .<Column.Cell>map(zone -> new Column.Cell.Read(zone.getId()))
                        .orElseGet(() -> unreadable("zone", text));
            case EMAIL -> email(text);
            case NAME -> new Column.Cell.Read(firstLast(text));
            case TAGS -> new Column.Cell.Read(labels(text));
            case EXTERNAL_ID ->
                CUT_SHORT.matcher(text).matches() ? unreadable("cutShort", text) : new Column.Cell.Read(text);
            default -> new Column.Cell.Read(text);
        };
    }

    /// "Able, Ann" is Ann Able; "Davis, Jr." is not, and neither are two people.
    private static String firstLast(String text) {
        var name = LAST_FIRST.matcher(text);
        return name.matches() && !AFTER_NAME.matcher(name.group(2)).matches()
                ? name.group(2) + " " + name.group(1)
                : text;
    }

    /// An address book's own labels ("* myContacts") say nothing of a person. A mailing list has each in its marks.
    private static String labels(String text) {
        if (MARKED.matcher(text).matches()) {
            return text.substring(1, text.length() - 1).replaceAll("\" ?, ?\"", ", ");
        }
        return text.startsWith("* ") || text.contains(" ::: ")
                ? Arrays.stream(text.split(" ::: ", -1))
                        .map(String::strip)
                        .filter(label -> !label.startsWith("* ") && !label.isEmpty())
                        .collect(Collectors.joining("; "))
                : text;
    }

    private static String about(String text) {
        var bare = UNITS.matcher(BRACKETS.matcher(text).replaceFirst("")).replaceFirst("");
        return ABOUT.matcher(bare).replaceFirst("");
    }

    /// A range stands for its middle, by doublings: from 51 to 200 it is 101.
    private static Column.Cell size(String text) {
        if (ALONE.matcher(text).matches()) {
            return new Column.Cell.Read("1");
        }
        var size = number(about(text));
        return size < 0 || size > MOST_PEOPLE
                ? unreadable("number", text)
                : new Column.Cell.Read(Long.toString(Math.round(size)));
    }

    private static double number(String text) {
        var range = RANGE.matcher(text);
        if (range.matches()) {
            var least = number(range.group(1), range.group(2), range.group(3));
            var most = number(range.group(4), range.group(5), range.group(6));
            return most < least ? -1 : Math.sqrt(Math.max(1, least) * most);
        }
        var one = ONE.matcher(text);
        return one.matches() ? number(one.group(1), one.group(2), one.group(3)) : -1;
    }

    private static double number(String whole, @Nullable String fraction, @Nullable String thousands) {
        var number = Double.parseDouble(whole.replaceAll("[^0-9]", ""));
        if (fraction != null) {
            number += Double.parseDouble("0." + fraction.substring(1));
        }
        return switch (thousands == null
                ? ""
                : thousands.toLowerCase(Locale.ROOT).replace(".", "")) {
            case "k", "tsd" -> number * 1_000;
            case "m", "mio" -> number * 1_000_000;
            default -> number;
        };
    }

    private static Column.Cell years(String text) {
        var plain = about(YEARS.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst(""));
        var range = plain.matches("[0-9]+ ?[-–] ?[0-9]+") ? plain.split("[-–]", -1) : new String[] {plain, plain};
        var from = number(range[0].strip());
        var to = number(range[1].strip());
        var years = Math.round((from + to) / 2);
        return from < 0 || to < 0 || years > MOST_YEARS
                ? unreadable("years", text)
                : new Column.Cell.Read(Long.toString(years));
    }

    private static Column.Cell yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes",
                    "y",
                    "true",
                    "1",
                    "x",
                    "remote",
                    "ja",
                    "oui",
                    "si",
                    "sí",
                    "sim",
                    "wahr",
                    "vrai",
                    "verdadero",
                    "verdadeiro",
                    "waar",
                    "✓",
                    "✔",
                    "fully remote" -> new Column.Cell.Read("yes");
            case "no",
                    "n",
                    "false",
                    "0",
                    "nein",
                    "non",
                    "falsch",
                    "faux",
                    "falso",
                    "onwaar",
                    "não",
                    "nao",
                    "nee",
                    "on-site",
                    "onsite",
                    "vor ort" -> new Column.Cell.Read("no");
            default -> unreadable("yesOrNo", text);
        };
    }

    /// The first address of a cell.
    private static Column.Cell email(String text) {
        return addressIn(text).<Column.Cell>map(Column.Cell.Read::new).orElseGet(() -> unreadable("email", text));
    }

    static Column.Cell unreadable(String key, Object... arguments) {
        return new Column.Cell.Unreadable(Message.of("rosters.wrong." + key, arguments));
    }
}
