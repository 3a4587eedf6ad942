package org.progressledger.command.printedform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Sha256;

/** What came of reading a printout: a form to look at, or why there is none. */
public sealed interface ReadResult {

    /**
     * A form was read. Nothing is recorded until a person has confirmed it.
     *
     * @param warnings what was guessed or looks wrong, in the order of the lines
     * @param readings places that can be read in more than one way, with what counts here
     * @param proposals facts that the narratives tell of, in the order of the reports and of the words
     * @param sourceLines the text as decoded, line n at index n - 1, untouched but for the line ends
     * @param sha256 of the bytes as they came
     */
    record Read(
            PrintedForm form,
            List<Warning> warnings,
            List<Reading> readings,
            List<Proposal> proposals,
            List<String> sourceLines,
            Sha256 sha256)
            implements ReadResult {
        public Read {
            warnings = List.copyOf(warnings);
            readings = List.copyOf(readings);
            proposals = List.copyOf(proposals);
            sourceLines = List.copyOf(sourceLines);
        }

        /** The same with one more thing to look at. */
        public Read with(Warning another) {
            Warnings all = new Warnings();
            warnings.forEach(all::add);
            all.add(another);
            return new Read(form, all.inOrder(), readings, proposals, sourceLines, sha256);
        }
    }

    /**
     * Nothing can be read from it without guessing too much.
     *
     * @param line where the trouble is, from 1; null where it is the whole paper
     * @param data what the code's text speaks of: the names in its placeholders
     */
    record Unreadable(UnreadableCode code, @Nullable Integer line, Map<String, Object> data) implements ReadResult {
        public Unreadable {
            data = Map.copyOf(data);
        }
    }
}
