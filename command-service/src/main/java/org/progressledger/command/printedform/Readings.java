package org.progressledger.command.printedform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The places that can be read in more than one way, and what a person chose for them. */
final class Readings {
    private final Map<String, String> choices;
    private final Warnings warnings;
    private final Map<String, Reading> found = new LinkedHashMap<>();

    /** @param choices option by reading; what is not among them is read as the paper makes likely */
    Readings(Map<String, String> choices, Warnings warnings) {
        this.choices = choices;
        this.warnings = warnings;
    }

    List<Reading> found() {
        return List.copyOf(found.values());
    }

    /** The index of the option that counts, the chosen one or else the likely one; a warning names them all. */
    int choose(String id, String field, @Nullable Integer reportNo, List<Reading.Option> given, int likely) {
        List<Reading.Option> options = unlike(given);
        Reading known = found.get(id);
        int taken = likely;
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).id().equals(choices.get(id))) {
                taken = i;
            }
        }
        int line = options.getFirst().line();
        if (known == null) {
            found.put(
                    id,
                    new Reading(
                            id,
                            field,
                            reportNo,
                            line,
                            options,
                            options.get(taken).id()));
        }
        warn(id, field, reportNo, options, line);
        return taken;
    }

    private void warn(String id, String field, @Nullable Integer reportNo, List<Reading.Option> options, int line) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reading", id);
        data.put("field", field);
        data.put("first", told(options.getFirst()));
        data.put("second", options.stream().skip(1).map(Readings::told).collect(Collectors.joining(" / ")));
        if (reportNo != null) {
            data.put("reportNo", reportNo);
        }
        warnings.add(WarningCode.TWO_READINGS, line, data);
    }

    private static String told(Reading.Option option) {
        return CleanText.excerpt(option.text()) + " (" + option.line() + ")";
    }

    /** Two options on one line still have ids of their own. */
    private static List<Reading.Option> unlike(List<Reading.Option> given) {
        Set<String> ids = new HashSet<>();
        return given.stream()
                .map(option -> {
                    String id = option.id();
                    for (int n = 2; !ids.add(id); n++) {
                        id = option.id() + "-" + n;
                    }
                    return new Reading.Option(id, option.text(), option.line());
                })
                .toList();
    }
}
