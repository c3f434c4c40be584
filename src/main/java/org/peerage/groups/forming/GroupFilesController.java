package org.peerage.groups.forming;

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

/// The groups of a network and their seats, for a spreadsheet and for a program.
@Controller
@RequestMapping("/networks/{network}")
class GroupFilesController {

    private final GroupExports exports;
    private final JsonMapper json;

    GroupFilesController(GroupExports exports, JsonMapper json) {
        this.exports = exports;
        this.json = json;
    }

    @GetMapping("/groups.csv")
    void table(@PathVariable UUID network, HttpServletResponse response) throws IOException {
        exports.begin(new NetworkId(network));
        Attachment.write(response, "groups.csv", SpreadsheetFile.TYPE, out -> GroupFiles.table(groups(network), out));
    }

    @GetMapping("/groups.json")
    void json(@PathVariable UUID network, HttpServletResponse response) throws IOException {
        var name = exports.begin(new NetworkId(network));
        Attachment.write(
                response, "groups.json", "application/json", out -> GroupFiles.json(json, name, groups(network), out));
    }

    private Portions<GroupFileStore.Whole> groups(UUID network) {
        return new Portions<>(last -> exports.after(new NetworkId(network), last));
    }
}
