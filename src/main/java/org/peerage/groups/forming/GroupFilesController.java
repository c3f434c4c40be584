package org.peerage.groups.forming;

import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.web.download.Attachment;
import org.peerage.web.download.SpreadsheetFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The groups of a network and their seats, for a spreadsheet and for a program.
@Controller
@RequestMapping("/networks/{network}")
class GroupFilesController {

    private final GroupFiles files;

    GroupFilesController(GroupFiles files) {
        this.files = files;
    }

    @GetMapping("/groups.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID network) {
        return Attachment.of("groups.csv", SpreadsheetFile.TYPE, files.table(new NetworkId(network)));
    }

    @GetMapping("/groups.json")
    ResponseEntity<byte[]> json(@PathVariable UUID network) {
        return Attachment.of("groups.json", "application/json", files.json(new NetworkId(network)));
    }
}
