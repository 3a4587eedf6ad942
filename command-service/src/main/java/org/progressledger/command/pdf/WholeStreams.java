package org.progressledger.command.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Sees that a stream of drawing operations can be unpacked to its end. The parser itself goes on without what it cannot
 * unpack, and nobody would know what is missing.
 */
final class WholeStreams {
    private static final int ZLIB_HEADER = 2;

    private final Set<COSStream> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @throws IOException if it is not whole */
    void check(COSStream stream) throws IOException {
        if (!seen.add(stream)) {
            return;
        }
        COSBase filters = stream.getFilters();
        COSBase filter = filters instanceof COSArray list && list.size() == 1 ? list.getObject(0) : filters;
        try (InputStream in = COSName.FLATE_DECODE.equals(filter) ? inflated(stream) : stream.createInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Ends with an exception where the packed bytes end too soon. */
    private static InputStream inflated(COSStream stream) throws IOException {
        InputStream packed = stream.createRawInputStream();
        packed.skipNBytes(ZLIB_HEADER);
        return new InflaterInputStream(packed, new Inflater(true));
    }
}
