package org.progressledger.command.bulk.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.progressledger.problems.ProblemException;

/**
 * The parts of a workbook that say what stands in cells, unpacked within a bound. All else is counted and dropped: links to
 * other files, macros, pictures. Nothing is ever fetched, and a document type, which entities need, is refused.
 */
final class Parts {
    private static final Pattern WANTED =
            Pattern.compile("xl/[^/]+\\.xml|xl/_rels/workbook\\.xml\\.rels|xl/worksheets/[^/]+\\.xml");
    private static final int MOST_PARTS = 2_000;
    private static final int BLOCK = 8_192;
    /** An element takes ten times its bytes in memory. */
    private static final int BYTES_PER_ELEMENT = 16;

    private final Map<String, byte[]> parts;
    private final SheetLimits limits;
    private long elements;

    private Parts(Map<String, byte[]> parts, SheetLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    static Parts of(byte[] workbook, SheetLimits limits) {
        Map<String, byte[]> parts = new HashMap<>();
        long left = limits.unpackedBytes();
        int seen = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                byte[] part = unpacked(zip.getInputStream(entry), left, limits);
                left -= part.length;
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean twice = WANTED.matcher(name).matches() && parts.put(name, part) != null;
                if (twice || ++seen > MOST_PARTS) {
                    // which of two is meant, programs do not agree upon
                    throw notASheet();
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw notASheet().causedBy(damaged);
        }
        return new Parts(parts, limits);
    }

    private static byte[] unpacked(InputStream zip, long left, SheetLimits limits) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
            if (part.size() + read > left) {
                throw SheetLimits.exceeded(SheetReason.SHEET_UNPACKS_TOO_LARGE, limits.unpackedBytes());
            }
            part.write(block, 0, read);
        }
        return part.toByteArray();
    }

    boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** @throws ProblemException if there is none, or it is no XML */
    XMLStreamReader open(String name) {
        byte[] part = parts.get(name.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw notASheet();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return factory.createXMLStreamReader(text(part));
        } catch (XMLStreamException notXml) {
            throw notASheet().causedBy(notXml);
        }
    }

    /** Spreadsheets write UTF-8, some with its mark. The parser's own reader writes to the standard error what it cannot read. */
    private static Reader text(byte[] part) {
        int mark = SheetText.begins(part, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(part, mark, part.length - mark), StandardCharsets.UTF_8.newDecoder());
    }

    /** The next event of a part, within the bound on all elements together. */
    int next(XMLStreamReader xml) {
        try {
            int event = xml.next();
            if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                throw notASheet();
            }
            if (event == XMLStreamReader.START_ELEMENT && ++elements > limits.unpackedBytes() / BYTES_PER_ELEMENT) {
                throw SheetLimits.exceeded(SheetReason.SHEET_UNPACKS_TOO_LARGE, limits.unpackedBytes());
            }
            return event;
        } catch (XMLStreamException notXml) {
            throw notASheet().causedBy(notXml);
        }
    }

    static ProblemException notASheet() {
        return new ProblemException(SheetReason.NOT_A_SHEET);
    }
}
