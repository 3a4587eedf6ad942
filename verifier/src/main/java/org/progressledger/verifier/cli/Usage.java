package org.progressledger.verifier.cli;

/** The command line asks for something that cannot be. */
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1;

    Usage(String message) {
        super(message);
    }
}
