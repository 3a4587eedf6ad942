package org.progressledger.command.bulk.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;

/**
 * From the bytes of a CSV file to its text, strictly. Its byte order mark tells its encoding, then the sender; where nobody
 * does it is UTF-8, or else windows-874, which Excel writes in a Thai locale.
 */
final class SheetText {
    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");
    private static final List<String> THAI_NAMES = List.of("windows-874", "ms874", "cp874", "tis-620", "iso-8859-11");

    private SheetText() {}

    static String of(byte[] bytes, @Nullable Charset declared) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return plain(bytes, List.of(marked)).substring(1);
        }
        return plain(
                bytes, declared == null ? List.of(StandardCharsets.UTF_8, WINDOWS_874) : List.of(supported(declared)));
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    static boolean begins(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset supported(Charset declared) {
        if (declared.equals(StandardCharsets.UTF_8)) {
            return declared;
        }
        boolean thai = Stream.concat(Stream.of(declared.name()), declared.aliases().stream())
                .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("^x-", ""))
                .anyMatch(THAI_NAMES::contains);
        if (thai) {
            // the others are subsets of it
            return WINDOWS_874;
        }
        throw notReadable(declared.name());
    }

    private static String plain(byte[] bytes, List<Charset> tried) {
        for (Charset charset : tried) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf('\0') >= 0) {
                    throw new ProblemException(SheetReason.NOT_A_SHEET);
                }
                return text;
            } catch (CharacterCodingException other) {
                // the next one
            }
        }
        throw notReadable(String.join(", ", tried.stream().map(Charset::name).toList()));
    }

    private static ProblemException notReadable(String charset) {
        return new ProblemException(SheetReason.SHEET_ENCODING_NOT_READABLE, Map.of("charset", charset));
    }
}
