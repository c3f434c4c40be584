package org.peerage.networks.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Networks;
import org.peerage.web.Message;

/// The first step of an import: a file, or one that waits already.
///
/// @param wrong why the file of this name is not taken
record ImportFilePage(
        Networks.Network network,
        List<UploadStore.Waiting> waiting,
        String fileName,
        @Nullable Message wrong) implements Networks.Within {

    ImportFilePage refused(String name, Message problem) {
        return new ImportFilePage(network, waiting, name, problem);
    }
}
