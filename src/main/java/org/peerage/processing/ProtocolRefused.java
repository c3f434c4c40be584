package org.peerage.processing;

/// A file of protocols that says something nobody can do. The program does not start with it: a group would find out in
/// the middle of a meeting. The message is the sentence for whoever wrote the file.
final class ProtocolRefused extends RuntimeException {

    ProtocolRefused(String sentence) {
        super(sentence);
    }
}
