/// The demonstration: a network of fictional people with a group of twelve, two past meetings and one about to start.
///
/// It is made by walking the product's own pages over HTTP, each person with their own keys and session, at pretended
/// moments; what is sealed is sealed in the same formats. Runs only with `--demo`, in a folder that holds nobody real.
/// Owns schema `demo`: `figure`, the fictional people with the words that open their keys.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "tenancy", "web", "identity", "sealing"})
package org.peerage.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
