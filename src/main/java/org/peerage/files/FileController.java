package org.peerage.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.sealing.FileParts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/// A group's files. What goes in and out here is sealed: no browser takes it for a page, a picture or a script.
@Controller
@RequestMapping("/groups/{group}/files")
class FileController {

    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("files/files", Map.of("circle", files.circle(new GroupId(group))));
    }

    @PostMapping
    @ResponseBody
    Map<String, UUID> begin(@PathVariable UUID group, @RequestParam int parts) {
        return Map.of("id", files.begin(new GroupId(group), parts));
    }

    @PutMapping("/{id}/{part}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable UUID group, @PathVariable UUID id, @PathVariable int part, InputStream body)
            throws IOException {
        files.keep(new GroupId(group), id, part, body.readNBytes(FileParts.MOST_SEALED + 1));
    }

    @GetMapping("/{id}/{part}")
    ResponseEntity<byte[]> part(@PathVariable UUID group, @PathVariable UUID id, @PathVariable int part) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(files.part(new GroupId(group), id, part));
    }
}
