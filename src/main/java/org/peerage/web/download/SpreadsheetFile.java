package org.peerage.web.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table as spreadsheets open it: UTF-8 with the mark that makes them believe it, lines that end in CR and
/// LF, quotes where a cell needs them, and no cell that would be run as a formula.
public final class SpreadsheetFile {

    public static final String TYPE = "text/csv; charset=UTF-8";

    private static final Pattern RUN = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern KEPT_FROM_IT = Pattern.compile("'+[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private final CSVPrinter rows;

    /// @param out to which a row goes when it is written, or little later
    public SpreadsheetFile(OutputStream out, List<String> headings) {
        try {
            var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            rows = new CSVPrinter(text, CSVFormat.RFC4180);
            rows.printRecord(headings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void row(List<String> cells) {
        try {
            rows.printRecord(cells.stream().map(SpreadsheetFile::plain).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// That was the last row: what is still here goes out.
    public void end() {
        try {
            rows.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it a text.
    public static String plain(String cell) {
        return RUN.matcher(cell).matches() ? "'" + cell : cell;
    }

    /// What was meant, of a cell that [#plain] has kept from being run.
    public static String meant(String cell) {
        return KEPT_FROM_IT.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
