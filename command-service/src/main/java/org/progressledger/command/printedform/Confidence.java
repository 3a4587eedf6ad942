package org.progressledger.command.printedform;

/** How sure a proposal is; why stands with its rule in the table of proposals. */
public enum Confidence {
    /** The words say it outright. */
    HIGH,
    /** The words say it, and could be meant otherwise. */
    MEDIUM,
    /** A person should look twice. */
    LOW
}
