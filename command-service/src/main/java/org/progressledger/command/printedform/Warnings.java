package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is collected while reading; given out in the order of the lines. */
final class Warnings {
    private final List<Warning> collected = new ArrayList<>();

    void add(WarningCode code, int line, Map<String, Object> data) {
        add(new Warning(code, line, data));
    }

    void add(Warning warning) {
        collected.add(warning);
    }

    List<Warning> inOrder() {
        return collected.stream()
                .sorted(Comparator.comparingInt(Warning::line).thenComparing(Warning::code))
                .toList();
    }
}
