package org.progressledger.query.export.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.progressledger.events.Sha256;

/**
 * A ZIP whose files are digested as they are added. The same files give the same bytes: all bear one date, and stand in the
 * order in which they were added. Without {@link #finish} no program opens it.
 */
final class ZipPack {
    /** The first that the format knows. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Packed> packed = new ArrayList<>();

    ZipPack(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** A file in the pack. */
    record Packed(String name, long bytes, String sha256) {}

    /** @param name made of letters, digits, hyphens, dots and slashes, chosen by us */
    void add(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        packed.add(new Packed(name, bytes.length, Sha256.ofBytes(bytes).hex()));
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Those added so far, in order. */
    List<Packed> packed() {
        return List.copyOf(packed);
    }

    void finish() throws IOException {
        zip.finish();
    }
}
