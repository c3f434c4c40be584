package org.peerage.proposals.runs;

import java.time.Instant;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.PersonId;

/// A run has come to its end and its seats are there to be looked at. Published in the transaction that ends the run.
public record RunDone(RunId run, NetworkId network, PersonId askedBy, Instant at) {}
