package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on a page because it is a page: the form's title again, page numbers, print dates, the print page's address. */
final class PageLayout {
    private static final String NUMBER = "[0-9]{1,4}";
    private static final String OF = "\\s*+(?:(?:/|จาก|of)\\s*+" + NUMBER + "\\s*+)?";
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "\\s*+(?:(?:หน้า(?:ที่)?|[Pp]age)\\s*+" + NUMBER + OF + "|[-–]\\s*+[0-9]{1,3}\\s*+[-–]\\s*+)");
    private static final Pattern NUMBER_OF_ALL = Pattern.compile("\\s*+([0-9]{1,3})\\s?/\\s?([0-9]{1,3})\\s*+");
    private static final Pattern LONE_NUMBER = Pattern.compile("\\s*+[0-9]{1,3}\\s*+");
    private static final Pattern PRINTED_ON = Pattern.compile(
            "\\s*+(?:วันที่\\s?พิมพ์|พิมพ์\\s?(?:เมื่อ\\s?(?:วันที่)?|ณ\\s?วันที่|วันที่)|วัน\\s?เวลา\\s?ที่\\s?พิมพ์|[Pp]rint(?:ed)?(?: on| date)?)\\s*+:?\\s*+[0-9][^\\n]{4,200}");
    private static final Pattern ADDRESS =
            Pattern.compile("\\s*+(?:https?|file)://\\S{1,400}+\\s++" + NUMBER + "\\s?/\\s?" + NUMBER + "\\s*+");

    private PageLayout() {}

    /**
     * The ranges of a folded text that hold such lines.
     *
     * @param lines the same lines as they came: a page's end may be marked in them
     */
    static List<Span> in(String folded, List<String> lines) {
        List<Span> found = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < lines.size(); at++) {
            int end = folded.indexOf('\n', from);
            int to = end < 0 ? folded.length() : end;
            if (to > from) {
                String line = folded.substring(from, to);
                String words = line.indexOf('<') < 0
                        ? line
                        : TagFreeText.TAG.matcher(line).replaceAll(" ");
                if (isTitleInTwo(words, at, lines)) {
                    // its second half follows on the next line
                    int next = folded.indexOf('\n', to + 1);
                    found.add(new Span(from, to));
                    found.add(new Span(to + 1, next < 0 ? folded.length() : next));
                    at++;
                    to = next < 0 ? folded.length() : next;
                } else if (isOfPage(words) || LONE_NUMBER.matcher(words).matches() && endsPage(at, lines)) {
                    found.add(new Span(from, to));
                }
            }
            from = to + 1;
        }
        return found;
    }

    private static boolean isTitleInTwo(String words, int line, List<String> lines) {
        return words.contains("****")
                && !Heading.isTitle(words)
                && line + 1 < lines.size()
                && Heading.isTitle(words + lines.get(line + 1));
    }

    private static boolean isOfPage(String line) {
        return Heading.isTitle(line)
                || PAGE_NUMBER.matcher(line).matches()
                || isNumberOfAll(line)
                || PRINTED_ON.matcher(line).matches()
                || ADDRESS.matcher(line).matches();
    }

    private static boolean isNumberOfAll(String line) {
        Matcher number = NUMBER_OF_ALL.matcher(line);
        return number.matches() && Integer.parseInt(number.group(1)) <= Integer.parseInt(number.group(2));
    }

    /** A form feed or the title follows, with nothing but blank lines between. */
    private static boolean endsPage(int line, List<String> lines) {
        for (int next = line + 1; next < Math.min(lines.size(), line + 12); next++) {
            String words = lines.get(next);
            if (words.indexOf('\f') >= 0 || Heading.isTitle(words)) {
                return true;
            }
            if (!words.isBlank()) {
                return false;
            }
        }
        return false;
    }
}
