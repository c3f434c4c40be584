package org.peerage.networks.export;

import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.web.download.Attachment;
import org.peerage.web.download.SpreadsheetFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The people of a network, for a spreadsheet, for a program, for an address book.
@Controller
@RequestMapping("/networks/{network}")
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/people.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID network) {
        return Attachment.of("people.csv", SpreadsheetFile.TYPE, exports.table(new NetworkId(network)));
    }

    @GetMapping("/people.json")
    ResponseEntity<byte[]> json(@PathVariable UUID network) {
        return Attachment.of("people.json", "application/json", exports.json(new NetworkId(network)));
    }

    @GetMapping("/people.vcf")
    ResponseEntity<byte[]> contacts(@PathVariable UUID network) {
        return Attachment.of("people.vcf", "text/vcard; charset=UTF-8", exports.contacts(new NetworkId(network)));
    }
}
