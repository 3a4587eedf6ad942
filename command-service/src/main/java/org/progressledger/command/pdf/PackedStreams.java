package org.progressledger.command.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at the bytes of a PDF before a parser does, which would unpack its streams into memory. Every stream's dictionary
 * stands in the file as it is: so each filter can be seen, and what each stream unpacks to be counted and thrown away.
 */
final class PackedStreams {
    private static final String NAME_END = "(?=[\\s/<>\\[\\]()%]|$)";
    /** Letters of a name may be written as {@code #46}. */
    private static final Pattern FILTER = Pattern.compile("/" + spelt("Filter") + NAME_END + "\\s*");

    private static final Pattern ENCRYPT = Pattern.compile("/" + spelt("Encrypt") + NAME_END);
    private static final Pattern ONE_NAME = Pattern.compile("/[A-Za-z0-9.+_-]+" + NAME_END);
    private static final Pattern LIST = Pattern.compile("\\[([^\\]]{0,200})\\]");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream *\\r?\\n?");
    /** What they unpack is not counted here, and may be a thousand times what is packed. */
    private static final Set<String> UNCOUNTED = Set.of("/LZWDecode", "/LZW", "/RunLengthDecode", "/RL");

    /** What they unpack is counted here, or is less than what is packed. */
    private static final Set<String> COUNTED = Set.of("/FlateDecode", "/ASCII85Decode", "/ASCIIHexDecode");

    private static final byte MEANS_NOTHING = 'X';
    private static final int ZLIB_HEADER = 2;

    private PackedStreams() {}

    private static String spelt(String name) {
        StringBuilder pattern = new StringBuilder();
        name.chars().forEach(letter -> {
            String hex = "%02x".formatted(letter);
            pattern.append("(?:")
                    .append((char) letter)
                    .append("|#(?i:")
                    .append(hex)
                    .append("))");
        });
        return pattern.toString();
    }

    /**
     * The bytes as a parser may have them: filters of pictures are given names that mean nothing, of the same length, so that no
     * stream is taken for a picture and unpacked into a raster as large as it says.
     *
     * @throws PdfRefusal if it is encrypted, packed in a way that cannot be counted, or unpacks to more than the limit
     */
    static byte[] checked(byte[] bytes, long limit) {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        if (ENCRYPT.matcher(file).find()) {
            throw new PdfRefusal(PdfReason.PDF_ENCRYPTED, Map.of());
        }
        Matcher filter = FILTER.matcher(file);
        byte[] harmless = bytes.clone();
        while (filter.find()) {
            String name = checkedName(file, filter);
            if (!name.isEmpty() && !COUNTED.contains(name)) {
                harmless[file.indexOf(name, filter.end()) + 1] = MEANS_NOTHING;
            }
        }
        long unpacked = 0;
        Matcher stream = STREAM.matcher(file);
        while (stream.find()) {
            unpacked += unpacked(bytes, stream.end(), limit - unpacked);
            if (unpacked > limit) {
                throw new PdfRefusal(PdfReason.PDF_UNPACKS_TOO_LARGE, Map.of("limit", limit));
            }
        }
        return harmless;
    }

    /** The one filter that stands there, with its slash; empty for none. */
    private static String checkedName(String file, Matcher filter) {
        Matcher list = LIST.matcher(file).region(filter.end(), file.length());
        String names;
        if (list.lookingAt()) {
            names = list.group(1);
        } else {
            Matcher name = ONE_NAME.matcher(file).region(filter.end(), file.length());
            names = name.lookingAt()
                    ? name.group()
                    : file.substring(filter.end(), Math.min(file.length(), filter.end() + 40));
        }
        String written = names.strip();
        // names that mean nothing to a parser, as those of signatures, unpack nothing
        boolean known = !filter.group().contains("#")
                && (written.isEmpty() || ONE_NAME.matcher(written).matches())
                && !UNCOUNTED.contains(written);
        if (!known) {
            String shown = written.replaceAll("[^A-Za-z0-9/#]+", " ").strip();
            throw new PdfRefusal(PdfReason.PDF_PACKED_UNUSUALLY, Map.of("filter", shown));
        }
        return written;
    }

    /** How much comes out if the bytes from here on are deflated; little if they are not. A parser ignores the header. */
    private static long unpacked(byte[] bytes, int from, long limit) {
        Inflater inflater = new Inflater(true);
        long count = 0;
        try {
            int start = Math.min(bytes.length, from + ZLIB_HEADER);
            inflater.setInput(bytes, start, bytes.length - start);
            byte[] thrownAway = new byte[8192];
            while (!inflater.finished() && count <= limit) {
                int some = inflater.inflate(thrownAway);
                if (some == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                count += some;
            }
        } catch (DataFormatException broken) {
            // a parser keeps what came out before the break
            return count;
        } finally {
            inflater.end();
        }
        return count;
    }
}
