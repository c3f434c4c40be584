package org.peerage.web;

/// What a page shows that has words of its own for the things of its field: people here are leaders of organisations,
/// there runners of a club. A set of labels is a file of texts whose keys begin with its name; what it does not say
/// anew is said as everywhere.
public interface Labelled {

    /// The set that the other texts are written in.
    String USUAL = "leaders";

    /// The name of the set.
    String labels();
}
