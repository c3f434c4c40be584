package org.peerage.issues;

/// Implemented by the module that keeps promises: whether an issue has led to one.
public interface IssueOutcomes {

    boolean hasCommitment(IssueId issue);
}
