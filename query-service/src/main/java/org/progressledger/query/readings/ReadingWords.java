package org.progressledger.query.readings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.progressledger.access.Allow;
import org.progressledger.access.Reach;

/** What of the answers is noted, and under which key the words stand for it; a page and the API's answer of the same name are told alike. */
public final class ReadingWords {
    private static final String API = "/api/v1/";

    /** Where answers about several projects are, beside those that the table calls about one. */
    private static final List<String> SEVERAL = List.of(
            "/api/v1/projects",
            "/api/v1/events",
            "/api/v1/appeals",
            "/api/v1/flags",
            "/api/v1/reports",
            "/projects",
            "/events",
            "/appeals",
            "/flags",
            "/agencies",
            "/late-reports",
            "/import");

    private ReadingWords() {}

    /** Whether it is noted who got an answer of that line; an open page is told a position and nothing else. */
    public static boolean isNoted(Allow row) {
        return !row.pathPattern().endsWith("/live")
                && (row.reach() == Reach.ABOUT_A_PROJECT || isOfSeveral(row.pathPattern()));
    }

    static boolean isOfSeveral(String what) {
        return what.equals("/") || SEVERAL.stream().anyMatch(path -> what.equals(path) || what.startsWith(path + "/"));
    }

    /** {@code reading.of.projects.one.timeline} of {@code /projects/{code}/timeline}. */
    public static String key(String pathPattern) {
        String path = byProgram(pathPattern) ? pathPattern.substring(API.length() - 1) : pathPattern;
        String parts = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                // a place of an address, a file's ending
                .map(part -> part.startsWith("{") ? "one" : part.replaceFirst("\\..*", ""))
                .collect(Collectors.joining("."));
        return "reading.of." + (parts.isEmpty() ? "start" : parts);
    }

    static boolean byProgram(String pathPattern) {
        return pathPattern.startsWith(API);
    }
}
