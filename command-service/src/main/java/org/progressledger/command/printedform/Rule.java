package org.progressledger.command.printedform;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventCatalogue;

/**
 * One row of the {@link ProposalTable}: by which words a fact is proposed. The recognisers take their patterns from here,
 * the tests go through the examples, and the document is written from it.
 *
 * @param id its name, for ever: proposals bear it
 * @param proposes the fact that an accepted proposal becomes
 * @param words what is looked for, on folded text: Arabic digits, one SARA AM, tags blanked out
 * @param unless what withholds the proposal where it stands in the way; null for nothing of its own
 * @param thai the rule in one sentence
 * @param english the same
 * @param because why the confidence is not another
 * @param finds {@code narrative => what is proposed}; {@code ¦} parts the narratives of reports that follow each other
 * @param leaves narratives of which nothing of this kind is proposed
 */
record Rule(
        String id,
        EventCatalogue proposes,
        Confidence confidence,
        Pattern words,
        @Nullable Pattern unless,
        String thai,
        String english,
        String because,
        List<String> finds,
        List<String> leaves) {

    /** Examples as they are written in the table: one a line. */
    static List<String> each(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
