package org.peerage.files;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.sealing.FileParts;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What a page says of a file that it has sealed. Nobody types into it; where the text that the file came with is for
/// named readers, so is this.
@Component
class FileTexts implements TextKinds {

    static final TextKind FILE = new TextKind(FileParts.KIND, Set.of(), Audience.room(), false);

    @Override
    public List<TextKind> kinds() {
        return List.of(FILE);
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(FILE.key(), Link.to("/groups/{group}/files", "files.nav"));
    }
}
