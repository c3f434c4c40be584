package org.peerage.identity.kept;

import org.peerage.web.download.Attachment;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What the program keeps on whoever asks. For that, a session begun by a link has to show keys first.
@Controller
class KeptController {

    private final Kept kept;

    KeptController(Kept kept) {
        this.kept = kept;
    }

    @GetMapping("/keys/kept")
    ModelAndView page() {
        return new ModelAndView("identity/kept/kept", "page", kept.page());
    }

    @GetMapping("/keys/kept.json")
    ResponseEntity<byte[]> file() {
        return Attachment.of("kept-on-me.json", "application/json", kept.file());
    }
}
