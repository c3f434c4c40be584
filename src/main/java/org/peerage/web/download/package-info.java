/// Files that people take along: tables that spreadsheets open without running them, and the answer that hands
/// one out.
@NullMarked
@NamedInterface("download")
package org.peerage.web.download;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
