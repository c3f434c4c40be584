package org.peerage.web.download;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// A file that a browser keeps and does not show.
public final class Attachment {

    private Attachment() {}

    /// With its name and type, so that it is saved and not opened.
    ///
    /// @param name of Latin letters, with its ending
    public static ResponseEntity<byte[]> of(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
