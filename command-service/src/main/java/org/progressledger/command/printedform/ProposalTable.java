package org.progressledger.command.printedform;

import java.util.List;
import java.util.stream.Stream;

/** Everything by which a narrative is taken to tell of a fact, kind by kind: the one place to look it up. */
final class ProposalTable {
    private ProposalTable() {}

    /** In the order of the document. */
    static List<Rule> rules() {
        return Stream.of(
                        ActivityRules.ALL,
                        LetterRules.ALL,
                        PauseRules.ALL,
                        ResumptionRules.ALL,
                        AppealRules.ALL,
                        AmendmentRules.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
