package org.progressledger.testroles;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of PromQL as is needed to find the metrics that an expression names. */
public final class PromQl {
    // strings, label matchers, durations and lists of labels name no metric
    private static final Pattern NOT_METRICS = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?<call>\\s*\\()?");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");

    private PromQl() {}

    /** The metrics, a histogram's by the name of the whole. */
    public static Set<String> metrics(String expression) {
        Set<String> metrics = new TreeSet<>();
        Matcher names = NAME.matcher(NOT_METRICS.matcher(expression).replaceAll(" "));
        while (names.find()) {
            if (names.group("call") == null && !WORDS.contains(names.group())) {
                metrics.add(names.group().replaceAll("_(bucket|count|sum)$", ""));
            }
        }
        return metrics;
    }
}
