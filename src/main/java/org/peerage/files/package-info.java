/// Files of a room: up to 25 MB each, in sealed parts.
///
/// - Every file has a key of its own, which lies with its name, its type, its length and the hash of all its parts in a
///   record, a sealed text of the room under the file's id (ADR-0023). The server knows how many parts there are.
/// - A file comes with a text (an entry of the wall, a reply) and is there for whoever reads that text: row security
///   gives its parts to whoever is given its record. It is complete or not there.
/// - Parts are sent before the text and may be sent again; what no text came for is removed after a day.
/// - The list of a group's files is made in the page from the ledger, so that nothing can be left out unseen.
///
/// A module whose texts carry files shows `files/field` in its form and `files/list` beside the text, and calls
/// [Files][org.peerage.files.Files] in its own transaction. Owns schema `files`: `file`, `part`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms", "jobs", "sealing"})
package org.peerage.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
