package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code : เป็นไปตามแผน : เป็นไปตามเป้าหมาย} behind an amount, each up to the column's end. */
record StatusColumns(Statuses statuses, int end) {
    private static final Pattern COLUMN =
            Pattern.compile("[\\s|]*+:(?!:)(?!\\s*+:\\s*+[0-9])(?!\\s*+:\\s*+ความ)[ \\t]*+([^:\\n\\t\\x0B]{0,80})");
    private static final Pattern OPEN = Pattern.compile("[\\s|]*+:(?!:)(?!\\s*+:\\s*+[0-9])(?!\\s*+:\\s*+ความ)\\s*+");
    private static final int LONGEST_KNOWN = 400;

    static StatusColumns in(Paper paper, String flow, int from, int to) {
        List<String> columns = new ArrayList<>();
        int end = from;
        Matcher open = OPEN.matcher(flow);
        Matcher column = COLUMN.matcher(flow);
        while (columns.size() < 2 && open.region(end, to).lookingAt()) {
            int known = endOfKnown(flow, open.end(), to);
            if (known > 0) {
                columns.add(CleanText.line(flow.substring(open.end(), known)).replace(" ", ""));
                end = known;
            } else if (column.region(end, to).lookingAt()) {
                columns.add(CleanText.line(paper.source(column.start(1), column.end(1))));
                end = column.end();
            } else {
                break;
            }
        }
        return new StatusColumns(
                Statuses.of(columns.isEmpty() ? "" : columns.getFirst(), columns.size() < 2 ? "" : columns.getLast()),
                end);
    }

    /** Behind the longest known status that stands here, wherever its line is broken; -1 if none does. */
    private static int endOfKnown(String flow, int from, int to) {
        int longest = -1;
        for (String known : Statuses.SPELLINGS) {
            int at = from;
            int matched = 0;
            while (at < Math.min(to, from + LONGEST_KNOWN) && matched < known.length()) {
                char c = flow.charAt(at);
                if (c == known.charAt(matched)) {
                    matched++;
                } else if (!Character.isWhitespace(c)) {
                    break;
                }
                at++;
            }
            if (matched == known.length() && endsHere(flow, at, to)) {
                longest = Math.max(longest, at);
            }
        }
        return longest;
    }

    private static boolean endsHere(String flow, int at, int to) {
        return at >= to || Character.isWhitespace(flow.charAt(at)) || ":;|<".indexOf(flow.charAt(at)) >= 0;
    }
}
