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
    static final Pattern TAG =
            Pattern.compile("</?([A-Za-z][A-Za-z0-9:-]*)(?:[\\s/][^<>]*)?>|<[!?][^<>]*>|&nbsp;|&#160;");

    private static final Set<String> INLINE =
            Set.of("a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sub", "sup", "mark", "code");

    private TagFreeText() {}

    /** Whether the match of {@link #TAG} stands within a line; any other begins or ends a block. */
    static boolean isInline(Matcher tag) {
        String name = tag.group(1);
        return name == null || INLINE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The source of a range; where a block begins or ends, a line ends. */
    static String of(Paper paper, int from, int to) {
        String source = paper.source(from, to);
        return paper.hasTags(from, to) ? withoutTags(source) : source;
    }

    /** Entities become what they stand for; what then looks like a tag is a word that speaks of one. */
    static String withoutTags(String source) {
        Matcher tag = TAG.matcher(source);
        String words = tag.replaceAll(found -> isInline(tag) ? " " : "\n");
        return Parser.unescapeEntities(words, false);
    }
}
