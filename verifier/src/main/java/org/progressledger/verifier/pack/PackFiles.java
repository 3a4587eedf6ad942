package org.progressledger.verifier.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Sha256;
import org.progressledger.verifier.Wrong;

/** The files of an evidence pack; none of them is unpacked onto the disk. */
final class PackFiles implements AutoCloseable {
    private static final int MOST_BYTES = 256 << 20;
    private static final String SUMS = "SHA256SUMS";
    private final ZipFile zip;

    PackFiles(Path file) {
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new CopyUnreadable("Not a ZIP that can be read: " + e.getMessage(), e);
        }
    }

    Optional<byte[]> bytes(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new CopyUnreadable("%s is longer than %d bytes".formatted(name, MOST_BYTES), null);
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw changed(name);
        }
    }

    byte[] required(String name) {
        return bytes(name).orElseThrow(() -> changed(name));
    }

    String text(String name) {
        return new String(required(name), StandardCharsets.UTF_8);
    }

    /** Compares every file with the list of digests. */
    void compareWithSums() {
        Set<String> listed = new HashSet<>(Set.of(SUMS));
        for (String line : text(SUMS).lines().toList()) {
            String[] fields = line.split(" {2}", 2);
            if (fields.length != 2
                    || !listed.add(fields[1])
                    || !bytes(fields[1]).map(Sha256::hex).equals(Optional.of(fields[0]))) {
                throw changed(fields[fields.length - 1]);
            }
        }
        List<String> others = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !listed.contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw changed(others.getFirst());
        }
    }

    static Wrong changed(String name) {
        return new Wrong(new Finding(Kind.PACK_FILE_CHANGED, -1, name, name, ""));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new CopyUnreadable("The ZIP cannot be closed", e);
        }
    }
}
