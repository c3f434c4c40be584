/// Reading a list of people, whatever program wrote it; the pages and the command line read by the same way.
///
/// [RosterText][org.peerage.rosters.RosterText] makes characters of the bytes,
/// [RosterCells][org.peerage.rosters.RosterCells] rows of cells of those,
/// [Heading][org.peerage.rosters.Heading] finds the lines that name the columns,
/// [RosterTable][org.peerage.rosters.RosterTable] is what is left below,
/// [Mapping][org.peerage.rosters.Mapping] says which [Column][org.peerage.rosters.Column] each of them is, and
/// [Listed][org.peerage.rosters.Listed] are the people.
///
/// A cell that cannot be read costs that cell and is told; it never costs the person. Owns no tables.
@NullMarked
@ApplicationModule(allowedDependencies = {"places", "web", "web::download"})
package org.peerage.rosters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
