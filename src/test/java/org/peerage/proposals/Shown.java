package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jsoup.nodes.Element;

/// What a page shows, read back into numbers, ids and fields.
public final class Shown {

    private Shown() {}

    /// A row of an effect: before, after, and the difference of the two.
    public static void shows(Element row, double before, double after, double tolerance) {
        var cells = row.select("td").eachText();
        assertThat(number(cells.get(0))).as(row.text()).isCloseTo(before, within(tolerance));
        assertThat(number(cells.get(1))).as(row.text()).isCloseTo(after, within(tolerance));
        assertThat(number(cells.get(2)))
                .as(row.text())
                .isCloseTo(number(cells.get(1)) - number(cells.get(0)), within(0.011));
    }

    public static double number(String shown) {
        return Double.parseDouble(shown.replace(",", "").replace("−", "-").replace("+", ""));
    }

    public static String last(String address) {
        return address.replaceAll("\\?.*", "").replaceAll(".*/", "");
    }

    public static String[] fields(Element form) {
        return form.select("[name]").stream()
                .flatMap(field -> java.util.stream.Stream.of(field.attr("name"), field.val()))
                .toArray(String[]::new);
    }
}
