package org.progressledger.command.printedform;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Text in which HTML entities have become what they stand for, each character knowing where it came from. Those for the
 * brackets of tags, and for the sign that begins an entity, stay: what they stand for is a word, never markup.
 *
 * @param origin for each character its place in the source; one more entry, for the end
 * @param decoded for each character whether an entity stood there
 */
record Entities(String text, int[] origin, boolean[] decoded) {
    private static final Pattern ENTITY = Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");

    static Entities in(String source) {
        StringBuilder text = new StringBuilder(source.length());
        int[] origin = new int[source.length() + 1];
        boolean[] decoded = new boolean[source.length() + 1];
        Matcher entity = ENTITY.matcher(source);
        int from = 0;
        while (entity.find()) {
            String stands = Parser.unescapeEntities(entity.group(), true);
            if (stands.length() <= 2 && "<>&".indexOf(stands.charAt(0)) < 0) {
                copy(source, from, entity.start(), text, origin);
                for (int i = 0; i < stands.length(); i++) {
                    origin[text.length()] = entity.start();
                    decoded[text.length()] = true;
                    text.append(stands.charAt(i));
                }
                from = entity.end();
            }
        }
        copy(source, from, source.length(), text, origin);
        origin[text.length()] = source.length();
        return new Entities(
                text.toString(), Arrays.copyOf(origin, text.length() + 1), Arrays.copyOf(decoded, text.length() + 1));
    }

    private static void copy(String source, int from, int to, StringBuilder text, int[] origin) {
        for (int i = from; i < to; i++) {
            origin[text.length()] = i;
            text.append(source.charAt(i));
        }
    }
}
