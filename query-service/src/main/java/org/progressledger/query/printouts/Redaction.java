package org.progressledger.query.printouts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.progressledger.projectledger.Person;

/**
 * Makes persons unreadable on a printout: names and telephones that the project's events hold, wherever they stand, and whatever
 * is written behind the certification, where people sign. Line breaks stay, so that line numbers still point at the same
 * lines.
 */
public final class Redaction {
    static final String BLACKENED = "███";

    private static final String CERTIFICATION = "ขอรับรอง";
    private static final Set<String> LABELS = Set.of("ลงชื่อ", "ตำแหน่ง", "วันที่");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern FILLING = Pattern.compile("[.()…_:/\\-]+");
    private static final int SHORTEST_NAME = 2;

    private final List<Pattern> persons;

    Redaction(Collection<Person> persons) {
        this.persons = persons.stream()
                .flatMap(person -> Stream.of(person.asPrinted(), person.name(), person.phone()))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(words -> words.length() >= SHORTEST_NAME && !words.equals("-"))
                .distinct()
                // the longest first: a name is part of the words that were printed
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .map(Redaction::pattern)
                .toList();
    }

    /** Lines may be broken anywhere between words; digits are no telephone inside a longer number. */
    private static Pattern pattern(String words) {
        return Pattern.compile(Arrays.stream(words.split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+", "(?<![0-9,.])", "(?![0-9]|[,.][0-9])")));
    }

    String of(String text) {
        String redacted = text;
        for (Pattern person : persons) {
            redacted = person.matcher(redacted).replaceAll(found -> Matcher.quoteReplacement(blackened(found.group())));
        }
        return signaturesBlackened(redacted);
    }

    private static String blackened(String words) {
        return WORD.matcher(words).replaceAll(BLACKENED);
    }

    private static String signaturesBlackened(String text) {
        List<String> lines = new ArrayList<>();
        boolean signed = false;
        for (String line : text.split("\n", -1)) {
            lines.add(signed ? signatureBlackened(line) : line);
            signed |= line.contains(CERTIFICATION);
        }
        return String.join("\n", lines);
    }

    private static String signatureBlackened(String line) {
        return WORD.matcher(line)
                .replaceAll(word -> LABELS.contains(word.group())
                                || FILLING.matcher(word.group()).matches()
                        ? Matcher.quoteReplacement(word.group())
                        : BLACKENED);
    }
}
