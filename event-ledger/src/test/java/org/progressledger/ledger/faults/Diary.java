package org.progressledger.ledger.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.progressledger.ledger.faults.Operation.Outcome;

/** What a {@link WriterProcess} wrote down. */
final class Diary {
    private Diary() {}

    /** Everything that was asked; whoever was not answered does not know. A last line may be torn. */
    static List<Operation> read(List<String> lines) {
        Map<String, String[]> open = new LinkedHashMap<>();
        List<Operation> operations = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "R" ->
                    operations.add(new Operation(
                            number(words[1]), number(words[2]), Outcome.READ, words[3], number(words[4]), null, -1));
                case "S" -> open.put(words[1] + words[4], words);
                case "E" -> {
                    open.remove(words[1] + words[7]);
                    add(
                            operations,
                            number(words[1]),
                            number(words[2]),
                            Outcome.valueOf(words[3]),
                            number(words[4]),
                            words[5],
                            number(words[6]),
                            words[7]);
                }
                default -> throw new IllegalStateException("Not a line of a diary: " + line);
            }
        }
        open.values()
                .forEach(words -> add(
                        operations,
                        number(words[1]),
                        Long.MAX_VALUE,
                        Outcome.UNKNOWN,
                        -1,
                        words[2],
                        number(words[3]),
                        words[4]));
        return operations;
    }

    /** Events that were asked for together are one each. */
    private static void add(
            List<Operation> operations,
            long startedAt,
            long endedAt,
            Outcome outcome,
            long position,
            String stream,
            long sequence,
            String eventIds) {
        String[] ids = eventIds.split(",", -1);
        for (int event = 0; event < ids.length; event++) {
            operations.add(new Operation(
                    startedAt,
                    endedAt,
                    // of a group whose place is taken it is certain of the first alone
                    outcome == Outcome.TAKEN && event > 0 ? Outcome.REFUSED : outcome,
                    stream,
                    sequence + event,
                    ids[event],
                    position < 0 ? -1 : position + event));
        }
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }
}
