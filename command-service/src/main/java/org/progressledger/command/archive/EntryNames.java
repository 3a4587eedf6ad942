package org.progressledger.command.archive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an entry is called: UTF-8, or windows-874 as Thai Windows writes without saying so. */
final class EntryNames {
    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");
    private static final int LONGEST = 300;
    /** Controls, and characters that turn the direction of text or take no room. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\uFFFD]");

    private static final Pattern ELSEWHERE = Pattern.compile("^[/\\\\]|^[A-Za-z]:|(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)");
    private static final List<String> OF_SYSTEMS = List.of(".ds_store", "thumbs.db", "desktop.ini");
    private static final Pattern MAC =
            Pattern.compile("(?:^|[/\\\\])__MACOSX(?:[/\\\\]|$)|(?:^|[/\\\\])\\._[^/\\\\]*$");

    private EntryNames() {}

    static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            CharBuffer text = WINDOWS_874.decode(ByteBuffer.wrap(raw));
            return text.toString();
        }
    }

    static boolean isUnsafe(String name) {
        return name.isBlank()
                || name.length() > LONGEST
                || UNSEEN.matcher(name).find()
                || ELSEWHERE.matcher(name).find();
    }

    /** What one may show: shortened, with what cannot be seen made visible. */
    static String shown(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("\uFFFD");
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST) + "…";
    }

    /** What stands beside files and was put there by no person. */
    static boolean isOfSystem(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return MAC.matcher(name).find() || OF_SYSTEMS.contains(last.toLowerCase(Locale.ROOT));
    }
}
