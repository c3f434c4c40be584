package org.peerage.rosters;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.peerage.places.Zones;
import org.peerage.web.Message;
import org.peerage.web.download.SpreadsheetFile;

/// Cells as people and programs write them: "51-200", "~40", "10K+", "20 years", "Ed E <ed@example.org>".
final class CellText {

    /// What a spreadsheet or an export writes where it has nothing to say. Null is a name, NULL is not.
    private static final Pattern NOTHING = Pattern.compile(
            "(?i:#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|NV|BEZUG!|WERT!)|n/a|n\\.a\\.|k\\.a\\.)|null|NULL|[-–—?]+");

    private static final Pattern NOT_KNOWN =
            Pattern.compile("(?i)unknown|unbekannt|not known|none|tbd|na|nan|inconnu|desconocido|not specified");

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\s\\p{Cntrl}\\u00a0\\u202f\\u2007\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\u200b\\u200e\\u200f\\ufeff]+");

    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s,;<>:()\"]{1,64}@[^@\\s,;<>()\"]+\\.[^@\\s,;<>.()\"]+");

    private static final String NUMBER = "([0-9]{1,3}(?:[,.' ][0-9]{3})+|[0-9]{1,9})([.,][0-9]{1,2})? ?([kKmM]?)";
    private static final Pattern ONE = Pattern.compile("[~≈<>+≥≤ca. ]*" + NUMBER + " ?\\+?");
    private static final Pattern RANGE = Pattern.compile(NUMBER + " ?(?:-|–|—|‑|to|bis|à|a|until) ?" + NUMBER);
    private static final Pattern UNITS =
            Pattern.compile("(?i) *(employees|people|staff|persons|mitarbeiter(innen)?|empleados|salariés|fte|ftes)$");
    private static final Pattern YEARS = Pattern.compile(" *(years?|yrs?|jahre?|ans|años|y|j)\\.?( of experience)?$");
    private static final Pattern MAIL_TO = Pattern.compile("(?i)^mailto:");

    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_YEARS = 80;

    private CellText() {}

    static String said(Column column, String cell) {
        var text = UNSEEN.matcher(Normalizer.normalize(SpreadsheetFile.meant(cell), Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        var word = column == Column.NAME || column == Column.ORGANISATION;
        return NOTHING.matcher(text).matches()
                        || (!word && NOT_KNOWN.matcher(text).matches())
                ? ""
                : text;
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
            default -> new Column.Cell.Read(text);
        };
    }

    /// A range stands for its middle, by doublings: from 51 to 200 it is 101.
    private static Column.Cell size(String text) {
        if (text.equalsIgnoreCase("self-employed") || text.equalsIgnoreCase("myself only")) {
            return new Column.Cell.Read("1");
        }
        var size = number(UNITS.matcher(text).replaceFirst(""));
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

    private static double number(String whole, String fraction, String thousands) {
        var number = Double.parseDouble(whole.replaceAll("[^0-9]", ""));
        if (fraction != null) {
            number += Double.parseDouble("0." + fraction.substring(1));
        }
        return switch (thousands.toLowerCase(Locale.ROOT)) {
            case "k" -> number * 1_000;
            case "m" -> number * 1_000_000;
            default -> number;
        };
    }

    private static Column.Cell years(String text) {
        var plain = YEARS.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
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
            case "yes", "y", "true", "1", "x", "remote", "ja", "oui", "si", "sí", "wahr", "vrai" ->
                new Column.Cell.Read("yes");
            case "no", "n", "false", "0", "nein", "non", "falsch", "faux", "on-site", "onsite" ->
                new Column.Cell.Read("no");
            default -> unreadable("yesOrNo", text);
        };
    }

    /// The first address of a cell.
    private static Column.Cell email(String text) {
        var address = ADDRESS.matcher(MAIL_TO.matcher(text).replaceFirst(""));
        return address.find()
                ? new Column.Cell.Read(address.group().toLowerCase(Locale.ROOT))
                : unreadable("email", text);
    }

    static Column.Cell unreadable(String key, Object... arguments) {
        return new Column.Cell.Unreadable(Message.of("rosters.wrong." + key, arguments));
    }
}
