package org.peerage.ballots;

/// What a box holds, as somebody's page has counted it.
///
/// @param digest of the papers, so that all speak of the same box
record Tally(String digest, int yes, int no, int aside) {

    int papers() {
        return yes + no + aside;
    }
}
