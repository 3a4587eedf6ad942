package org.progressledger.command.project;

import java.util.List;

/** Several commands on several projects, all of one person on one day: all are recorded in one commit, or none. */
record AskTogether(List<Ask> asks) {
    AskTogether {
        asks = List.copyOf(asks);
        if (asks.isEmpty()) {
            throw new IllegalArgumentException("Nothing is asked");
        }
    }
}
