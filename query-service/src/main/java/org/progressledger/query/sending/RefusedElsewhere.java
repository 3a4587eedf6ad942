package org.progressledger.query.sending;

import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;

/** A refusal of the command service, carried on in the words that it said. */
public final class RefusedElsewhere extends ProblemException {

    private record Code(String name, int status) implements ReasonCode {}

    private final String words;

    RefusedElsewhere(CommandDesk.Refused refused) {
        super(new Code(refused.code(), refused.status()));
        this.words = refused.detail();
    }

    /** What was said, in the language in which it was asked. */
    public String words() {
        return words;
    }
}
