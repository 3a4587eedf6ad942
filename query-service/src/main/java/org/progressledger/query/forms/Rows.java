package org.progressledger.query.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list in a form: fields {@code parts[0].score}, {@code parts[1].score} and so on. Empty rows are no entries of the list,
 * so those that are filled in move up: then the command service counts as the page does.
 */
public final class Rows {
    private static final int MOST = 200;
    private static final Pattern CELL = Pattern.compile("([a-z]+)\\[([0-9]{1,3})]\\.([a-zA-Z]+)");

    private Rows() {}

    /** What was sent, without the empty rows of a list before a filled one. */
    public static Map<String, String> closed(Map<String, String> parameters, String list) {
        Map<String, String> closed = new HashMap<>();
        TreeMap<Integer, Map<String, String>> rows = new TreeMap<>();
        parameters.forEach((name, value) -> {
            Matcher cell = CELL.matcher(name);
            if (!cell.matches() || !cell.group(1).equals(list)) {
                closed.put(name, value);
            } else if (!value.isBlank()) {
                rows.computeIfAbsent(Integer.valueOf(cell.group(2)), any -> new HashMap<>())
                        .put(cell.group(3), value);
            }
        });
        int place = 0;
        for (Map<String, String> row : rows.values()) {
            String at = list + "[" + place++ + "].";
            row.forEach((part, value) -> closed.put(at + part, value));
        }
        return closed;
    }

    /** How many rows to show: what is filled in, what was shown before, and two more where that is asked for; at most 200. */
    public static int shown(Map<String, String> parameters, String list, int atFirst) {
        long filled = parameters.keySet().stream()
                .map(CELL::matcher)
                .filter(cell -> cell.matches() && cell.group(1).equals(list))
                .map(cell -> cell.group(2))
                .distinct()
                .count();
        String before = parameters.getOrDefault("rows." + list, "");
        int shown = before.matches("[0-9]{1,3}") ? Integer.parseInt(before) : atFirst;
        int more = list.equals(parameters.get("more")) ? 2 : 0;
        return (int) Math.min(MOST, Math.max(filled, shown) + more);
    }
}
