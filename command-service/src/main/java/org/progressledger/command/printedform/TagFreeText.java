package org.progressledger.command.printedform;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Text without its tags. Only what is a whole tag is dropped, in one pass and in place: an HTML parser would move words
 * out of tables, and lose those behind a bracket that is never closed.
 */
final class TagFreeText {
    /** A tag, a comment or declaration, or an entity for a space. {@code < 50 คน} is none of them. */
    static final Pattern TAG = Pattern.compile(
            "<(?:[ \\t]*+\\n\\s*+)?/?(?:[ \\t]*+\\n\\s*+)?([A-Za-z][A-Za-z0-9:-]*+)(?:[\\s/\u001F](?:[^<>\"'\u0E00-\u0E7F]|\"[^\"<>]*+\"|'[^'<>]*+')*+)?>"
                    + "|<[!?][^<>]*+>|&nbsp;|&#160;");

    /** Begins like a tag of HTML, and its bracket is never closed, or only behind words. */
    static final Pattern BROKEN_TAG = Pattern.compile(
            "</?(?:p|br|div|span|ol|ul|li|td|tr|th|table|tbody|b|i|u|em|strong|font|a|img|h[1-6])\\b(?!"
                    + "(?:[\\s/](?:[^<>\"'\u0E00-\u0E7F]|\"[^\"<>]*+\"|'[^'<>]*+')*+)?+>)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> INLINE =
            Set.of("a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sub", "sup", "mark", "code");

    /** Those of HTML; Word's own have a colon. A word between angle brackets is a word. */
    private static final Set<String> KNOWN = Set.of(
            ("a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption "
                            + "center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure "
                            + "font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link "
                            + "main map mark meta meter nav noframes noscript object ol optgroup option output p param picture pre progress q rp rt "
                            + "ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template "
                            + "textarea tfoot th thead time title tr track tt u ul var video wbr")
                    .split(" "));

    private TagFreeText() {}

    /** Whether the match of {@link #TAG} is one of HTML or of Word. */
    static boolean isKnown(Matcher tag) {
        String name = tag.group(1);
        return name == null
                || KNOWN.contains(name.toLowerCase(Locale.ROOT))
                || name.indexOf(':') > 0 && tag.group().indexOf("//") < 0;
    }

    /** Whether the match of {@link #TAG} stands within a line; any other begins or ends a block. */
    static boolean isInline(Matcher tag) {
        String name = tag.group(1);
        return name == null || INLINE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The source of a range; where a block begins or ends, a line ends. */
    static String of(Paper paper, int from, int to) {
        return paper.hasTags(from, to) ? withoutTags(paper, from, to) : paper.source(from, to);
    }

    /** Entities become what they stand for; what then looks like a tag is a word that speaks of one. */
    static String withoutTags(Paper paper, int from, int to) {
        StringBuilder words = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int end = at + 1;
            boolean tag = paper.isTag(at);
            while (end < to && paper.isTag(end) == tag) {
                end++;
            }
            words.append(
                    tag
                            ? paper.text().substring(at, end).replace(Paper.BLOCK, '\n')
                            : Parser.unescapeEntities(paper.source(at, end), false));
            at = end;
        }
        return words.toString();
    }
}
