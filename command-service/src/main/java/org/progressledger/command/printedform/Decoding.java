package org.progressledger.command.printedform;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From bytes to text, strictly: a byte that means nothing ends the reading instead of becoming a question mark. */
final class Decoding {
    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");
    private static final List<String> THAI_NAMES = List.of("windows-874", "ms874", "cp874", "tis-620", "iso-8859-11");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Decoding() {}

    static String decode(byte[] bytes, @Nullable Charset declared) {
        Charset marked = declared == null ? byItsMark(bytes) : null;
        if (marked != null) {
            Attempt read = attempt(bytes, marked);
            return textOf(read, read.badLine, marked.name());
        }
        if (declared == null) {
            Attempt utf8 = attempt(bytes, StandardCharsets.UTF_8);
            Attempt read = utf8.text == null ? attempt(bytes, WINDOWS_874) : utf8;
            return textOf(read, utf8.badLine, "UTF-8, windows-874");
        }
        Charset charset = supported(declared);
        Attempt read = attempt(bytes, charset);
        return textOf(read, read.badLine, declared.name());
    }

    /** UTF-16 as editors save it, which is told by its byte order mark alone. */
    private static @Nullable Charset byItsMark(byte[] bytes) {
        if (bytes.length < 2 || bytes.length % 2 != 0) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : null;
    }

    private static Charset supported(Charset declared) {
        if (declared.equals(StandardCharsets.UTF_8)) {
            return declared;
        }
        if (THAI_NAMES.stream().anyMatch(name -> isNamed(declared, name))) {
            // the others are subsets of it
            return WINDOWS_874;
        }
        throw new UnreadablePaper(UnreadableCode.ENCODING_NOT_READABLE, null, Map.of("charset", declared.name()));
    }

    private static boolean isNamed(Charset charset, String name) {
        String own = charset.name().toLowerCase(Locale.ROOT);
        return own.equals(name) || own.equals("x-" + name) || charset.aliases().contains(name);
    }

    private static String textOf(Attempt read, int badLine, String tried) {
        if (read.text == null) {
            throw new UnreadablePaper(UnreadableCode.ENCODING_NOT_READABLE, badLine, Map.of("charset", tried));
        }
        boolean marked = !read.text.isEmpty() && read.text.charAt(0) == BYTE_ORDER_MARK;
        return marked ? read.text.substring(1) : read.text;
    }

    private static Attempt attempt(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult end = decoder.decode(in, out, true);
        if (!end.isError()) {
            end = decoder.flush(out);
        }
        if (end.isError()) {
            return new Attempt(null, 1 + lineFeeds(bytes, in.position()));
        }
        return new Attempt(out.flip().toString(), 1);
    }

    private static int lineFeeds(byte[] bytes, int before) {
        int found = 0;
        for (int i = 0; i < before; i++) {
            if (bytes[i] == '\n') {
                found++;
            }
        }
        return found;
    }

    private record Attempt(@Nullable String text, int badLine) {}
}
