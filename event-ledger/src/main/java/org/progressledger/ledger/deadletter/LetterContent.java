package org.progressledger.ledger.deadletter;

import org.axonframework.eventhandling.EventMessage;
import org.bson.Document;

/** How the message of a letter is kept. */
public interface LetterContent {

    /** What is kept of the message; a name holds no dot and no dollar. */
    Document keep(EventMessage<?> message);

    /** The message again; asked for when a letter is processed, not when it is listed. */
    EventMessage<?> read(Document kept);
}
