package org.progressledger.command.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.progressledger.command.archive.ArchiveResult.Entry;
import org.progressledger.command.archive.ArchiveResult.File;
import org.progressledger.command.archive.ArchiveResult.Opened;
import org.progressledger.command.archive.ArchiveResult.Refused;
import org.progressledger.command.archive.ArchiveResult.Unread;

/** Opens a ZIP in memory. Whatever it holds or claims, the answer is a value, and no more is unpacked than the limits allow. */
public final class Archive {
    private static final int BUFFER = 8192;
    private static final int SMALL = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private final ArchiveLimits limits;
    private final Unpacking unpacking;
    private final Set<String> names = new HashSet<>();
    private long total;

    private Archive(ArchiveLimits limits, Unpacking unpacking) {
        this.limits = limits;
        this.unpacking = unpacking;
    }

    /** Hands over what comes out of an entry; tests count what is asked of it. */
    interface Unpacking {
        InputStream of(ZipFile zip, ZipArchiveEntry entry) throws IOException;
    }

    /** Ends the opening of the whole archive. */
    private static final class Stopped extends RuntimeException {
        private final transient Refused answer;

        Stopped(ArchiveReason reason, Map<String, Object> data) {
            super(reason.name(), null, false, false);
            this.answer = new Refused(reason, data);
        }
    }

    /** Whether the bytes begin like a ZIP. */
    public static boolean isZip(byte[] bytes) {
        return beginsWith(bytes, ZIP) || beginsWith(bytes, EMPTY_ZIP);
    }

    /** A name as one may show it: shortened, and what cannot be seen made visible. */
    public static String shownName(String name) {
        return EntryNames.shown(name);
    }

    private static boolean beginsWith(byte[] bytes, byte[] signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (bytes[i] != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Opens the archive and unpacks its files. */
    public static ArchiveResult open(byte[] zip, ArchiveLimits limits) {
        return open(zip, limits, ZipFile::getInputStream);
    }

    static ArchiveResult open(byte[] zip, ArchiveLimits limits, Unpacking unpacking) {
        int entries = Directory.entries(zip, limits.files());
        if (entries > limits.files()) {
            return new Refused(ArchiveReason.ARCHIVE_TOO_MANY_FILES, Map.of("limit", limits.files()));
        }
        if (!isZip(zip) || entries < 0) {
            return new Refused(ArchiveReason.ARCHIVE_DAMAGED, Map.of());
        }
        if (entries == 0) {
            return new Refused(ArchiveReason.ARCHIVE_EMPTY, Map.of());
        }
        try (ZipFile opened = ZipFile.builder()
                .setByteArray(zip)
                .setUseUnicodeExtraFields(false)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            return new Archive(limits, unpacking).unpacked(opened);
        } catch (Stopped stopped) {
            return stopped.answer;
        } catch (IOException | IllegalArgumentException damaged) {
            return new Refused(ArchiveReason.ARCHIVE_DAMAGED, Map.of());
        }
    }

    private Opened unpacked(ZipFile zip) {
        List<Entry> read = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            read.add(unpacked(zip, entry));
        }
        return new Opened(read);
    }

    private Entry unpacked(ZipFile zip, ZipArchiveEntry entry) {
        String name = EntryNames.decoded(entry.getRawName());
        String shown = EntryNames.shown(name);
        if (EntryNames.isUnsafe(name)) {
            return new Unread(shown, ArchiveReason.ENTRY_NAME_UNSAFE, Map.of());
        }
        if (entry.isUnixSymlink()) {
            return new Unread(shown, ArchiveReason.ENTRY_IS_LINK, Map.of());
        }
        if (name.endsWith("/") || name.endsWith("\\") || EntryNames.isOfSystem(name)) {
            return new Unread(shown, ArchiveReason.ENTRY_LEFT_OUT, Map.of());
        }
        if (!names.add(name)) {
            return new Unread(shown, ArchiveReason.ENTRY_NAME_TWICE, Map.of());
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return new Unread(shown, ArchiveReason.ENTRY_ENCRYPTED, Map.of());
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            return new Unread(shown, ArchiveReason.ENTRY_PACKED_UNUSUALLY, Map.of("method", entry.getMethod()));
        }
        if (entry.getSize() > limits.fileBytes()) {
            return tooLarge(shown);
        }
        try (InputStream in = unpacking.of(zip, entry)) {
            return unpacked(in, entry, shown);
        } catch (IOException | IllegalArgumentException damaged) {
            return new Unread(shown, ArchiveReason.ENTRY_DAMAGED, Map.of());
        }
    }

    private Unread tooLarge(String shown) {
        return new Unread(shown, ArchiveReason.ENTRY_TOO_LARGE, Map.of("limit", limits.fileBytes()));
    }

    private Entry unpacked(InputStream in, ZipArchiveEntry entry, String shown) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
            total += some;
            long count = (long) out.size() + some;
            if (total > limits.totalBytes()) {
                throw new Stopped(ArchiveReason.ARCHIVE_UNPACKS_TOO_LARGE, Map.of("limit", limits.totalBytes()));
            }
            if (count > SMALL && count > limits.ratio() * Math.max(1, entry.getCompressedSize())) {
                throw new Stopped(
                        ArchiveReason.ARCHIVE_PACKED_TOO_TIGHTLY, Map.of("file", shown, "limit", limits.ratio()));
            }
            if (count > limits.fileBytes()) {
                return tooLarge(shown);
            }
            out.write(buffer, 0, some);
            sum.update(buffer, 0, some);
        }
        if (out.size() != entry.getSize() || sum.getValue() != entry.getCrc()) {
            return new Unread(shown, ArchiveReason.ENTRY_DAMAGED, Map.of());
        }
        byte[] bytes = out.toByteArray();
        return isZip(bytes) ? new Unread(shown, ArchiveReason.ENTRY_IS_ARCHIVE, Map.of()) : new File(shown, bytes);
    }
}
