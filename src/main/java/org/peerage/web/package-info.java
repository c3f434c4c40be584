/// The frame every page hangs in: layout, texts, errors, content security, assets.
///
/// A page template receives a [Shell][org.peerage.web.Shell] and its own page record. Every response carries a fresh
/// nonce in a strict Content-Security-Policy with Trusted Types; scripts are pinned by hash. State-changing requests
/// from other origins are refused. Owns no tables.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy"})
package org.peerage.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
