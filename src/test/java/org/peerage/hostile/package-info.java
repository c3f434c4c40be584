/// A server in the hands of somebody hostile, in front of the running program: unchanged scripts, changed answers.
/// Each lie of `confidentiality.md` 6.4 and 2.14 is told to a real browser, which must refuse it by name, write
/// nothing after it, and tell the server nothing about why.
@NullMarked
package org.peerage.hostile;

import org.jspecify.annotations.NullMarked;
