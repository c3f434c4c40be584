package org.peerage.networks.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.web.download.Attachment;
import org.peerage.web.download.Portions;
import org.peerage.web.download.SpreadsheetFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/// The people of a network, for a spreadsheet, for a program, for an address book.
@Controller
@RequestMapping("/networks/{network}")
class ExportController {

    private final Exports exports;
    private final JsonMapper json;

    ExportController(Exports exports, JsonMapper json) {
        this.exports = exports;
        this.json = json;
    }

    @GetMapping("/people.csv")
    void table(@PathVariable UUID network, HttpServletResponse response) throws IOException {
        exports.begin(new NetworkId(network));
        Attachment.write(response, "people.csv", SpreadsheetFile.TYPE, out -> PeopleFiles.table(people(network), out));
    }

    @GetMapping("/people.json")
    void json(@PathVariable UUID network, HttpServletResponse response) throws IOException {
        var name = exports.begin(new NetworkId(network));
        Attachment.write(
                response, "people.json", "application/json", out -> PeopleFiles.json(json, name, people(network), out));
    }

    @GetMapping("/people.vcf")
    void contacts(@PathVariable UUID network, HttpServletResponse response) throws IOException {
        exports.begin(new NetworkId(network));
        Attachment.write(
                response, "people.vcf", "text/vcard; charset=UTF-8", out -> PeopleFiles.contacts(people(network), out));
    }

    private Portions<ExportStore.Person> people(UUID network) {
        return new Portions<>(last -> exports.after(new NetworkId(network), last));
    }
}
