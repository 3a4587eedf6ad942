package org.progressledger.command.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.archive.ArchiveResult.File;
import org.progressledger.command.archive.ArchiveResult.Opened;
import org.progressledger.command.archive.ArchiveResult.Refused;
import org.progressledger.command.archive.ArchiveResult.Unread;

class ArchiveTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(10, 300_000, 1_000_000, 100);
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    @SafeVarargs
    private static byte[] zip(Map.Entry<String, byte[]>... files) {
        return zip(StandardCharsets.UTF_8, files);
    }

    @SafeVarargs
    private static byte[] zip(Charset names, Map.Entry<String, byte[]>... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
        return out.toByteArray();
    }

    private static Map.Entry<String, byte[]> file(String name, String text) {
        return Map.entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ArchiveResult.Entry> entries(byte[] zip) {
        ArchiveResult result = Archive.open(zip, LIMITS);
        assertThat(result).isInstanceOf(Opened.class);
        return ((Opened) result).entries();
    }

    private static ArchiveReason unread(byte[] zip, int entry) {
        assertThat(entries(zip).get(entry)).isInstanceOf(Unread.class);
        return ((Unread) entries(zip).get(entry)).reason();
    }

    private static ArchiveReason refused(byte[] zip) {
        ArchiveResult result = Archive.open(zip, LIMITS);
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }

    /** Overwrites a field of the n-th header of a kind. */
    private static byte[] with(byte[] zip, int header, int nth, int offset, int value, int length) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int seen = 0;
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (bytes.getInt(at) == header && seen++ == nth) {
                if (length == 2) {
                    bytes.putShort(at + offset, (short) value);
                } else {
                    bytes.putInt(at + offset, value);
                }
                return bytes.array();
            }
        }
        throw new AssertionError("No such header");
    }

    @Test
    void unpacks_files_in_their_order() {
        List<ArchiveResult.Entry> entries = entries(zip(file("ข.txt", "two"), file("โครงการ/ก.txt", "one")));
        assertThat(entries).extracting(ArchiveResult.Entry::name).containsExactly("ข.txt", "โครงการ/ก.txt");
        assertThat(((File) entries.get(1)).bytes()).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_names_as_thai_windows_writes_them() {
        assertThat(entries(zip(Charset.forName("x-windows-874"), file("แบบรายงาน.txt", "x"))))
                .extracting(ArchiveResult.Entry::name)
                .containsExactly("แบบรายงาน.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.txt",
                "a/../../b.txt",
                "..\\a.txt",
                "/etc/passwd",
                "\\\\server\\a",
                "C:\\a.txt",
                "..",
                "a\u0000.txt",
                "a\u202Etxt.exe",
                " "
            })
    void refuses_names_that_point_elsewhere_or_hide_something(String name) {
        byte[] zip = zip(file(name, "x"), file("good.txt", "y"));
        assertThat(unread(zip, 0)).isEqualTo(ArchiveReason.ENTRY_NAME_UNSAFE);
        assertThat(entries(zip).get(0).name()).doesNotContain("\u0000", "\u202E");
        assertThat(entries(zip).get(1)).isInstanceOf(File.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder/", "__MACOSX/._a.txt", "x/.DS_Store", "Thumbs.db", "a/desktop.ini", "._a.txt"})
    void leaves_out_directories_and_what_systems_put_there_and_says_so(String name) {
        assertThat(unread(zip(Map.entry(name, new byte[0]), file("good.txt", "y")), 0))
                .isEqualTo(ArchiveReason.ENTRY_LEFT_OUT);
    }

    @Test
    void refuses_the_second_of_two_files_of_one_name() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (String text : List.of("one", "two")) {
                zip.putArchiveEntry(new ZipArchiveEntry("same.txt"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        assertThat(entries(out.toByteArray()).get(0)).isInstanceOf(File.class);
        assertThat(unread(out.toByteArray(), 1)).isEqualTo(ArchiveReason.ENTRY_NAME_TWICE);
    }

    @Test
    void refuses_links_and_archives_in_archives() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
            zip.putArchiveEntry(new ZipArchiveEntry("inner.txt"));
            zip.write(zip(file("a", "b")));
            zip.closeArchiveEntry();
        }
        assertThat(unread(out.toByteArray(), 0)).isEqualTo(ArchiveReason.ENTRY_IS_LINK);
        assertThat(unread(out.toByteArray(), 1)).isEqualTo(ArchiveReason.ENTRY_IS_ARCHIVE);
    }

    @Test
    void refuses_what_is_encrypted_or_packed_unusually_and_reads_the_others() {
        byte[] zip = zip(file("a.txt", "one"), file("b.txt", "two"));
        byte[] encrypted = with(zip, CENTRAL, 0, 8, 0x0801, 2);
        assertThat(unread(encrypted, 0)).isEqualTo(ArchiveReason.ENTRY_ENCRYPTED);
        assertThat(entries(encrypted).get(1)).isInstanceOf(File.class);
        assertThat(unread(with(zip, CENTRAL, 0, 10, 12, 2), 0)).isEqualTo(ArchiveReason.ENTRY_PACKED_UNUSUALLY);
    }

    @Test
    void refuses_a_file_that_is_not_what_the_directory_says() {
        byte[] zip = zip(file("a.txt", "one"), file("b.txt", "two"));
        assertThat(unread(with(zip, CENTRAL, 0, 24, 2, 4), 0)).as("length").isEqualTo(ArchiveReason.ENTRY_DAMAGED);
        assertThat(unread(with(zip, CENTRAL, 0, 16, 7, 4), 0)).as("sum").isEqualTo(ArchiveReason.ENTRY_DAMAGED);
        assertThat(unread(with(zip, LOCAL, 1, 26, 2, 2), 1)).as("place").isEqualTo(ArchiveReason.ENTRY_DAMAGED);
    }

    @Test
    void refuses_more_files_than_the_limit_whatever_the_directory_counts() {
        @SuppressWarnings("unchecked")
        Map.Entry<String, byte[]>[] many = new Map.Entry[11];
        Arrays.setAll(many, i -> file(i + ".txt", "x"));
        byte[] zip = zip(many);
        assertThat(refused(zip)).isEqualTo(ArchiveReason.ARCHIVE_TOO_MANY_FILES);
        assertThat(refused(with(zip, 0x06054b50, 0, 10, 1, 2))).isEqualTo(ArchiveReason.ARCHIVE_TOO_MANY_FILES);
        assertThat(refused(with(zip(file("a", "b"), file("c", "d")), 0x06054b50, 0, 10, 1, 2)))
                .isEqualTo(ArchiveReason.ARCHIVE_DAMAGED);
    }

    @Test
    void refuses_what_is_cut_off_empty_or_no_archive() {
        byte[] zip = zip(file("a.txt", "one"));
        for (int length = 0; length < zip.length; length++) {
            assertThat(refused(Arrays.copyOf(zip, length))).isEqualTo(ArchiveReason.ARCHIVE_DAMAGED);
        }
        assertThat(refused(zip())).isEqualTo(ArchiveReason.ARCHIVE_EMPTY);
        assertThat(refused("PK\u0003\u0004 nothing".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ArchiveReason.ARCHIVE_DAMAGED);
    }

    @Test
    void answers_whatever_is_done_to_the_bytes() {
        byte[] zip = zip(file("a.txt", "one".repeat(100)), file("b.txt", "two"));
        Random random = new Random(5);
        for (int i = 0; i < Integer.getInteger("archive.damages", 2000); i++) {
            byte[] damaged = zip.clone();
            for (int hit = 0; hit < 1 + i % 9; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(Archive.open(damaged, LIMITS)).isNotNull();
        }
    }

    // --- bombs ---

    /** How many bytes are taken out of the archive until it is refused, or all is read. */
    private static long takenOut(byte[] zip, ArchiveLimits limits, ArchiveReason reason) {
        AtomicLong taken = new AtomicLong();
        ArchiveResult result =
                Archive.open(zip, limits, (opened, entry) -> counted(opened.getInputStream(entry), taken));
        ArchiveReason told = switch (result) {
            case Refused refused -> refused.reason();
            case Opened opened -> ((Unread) opened.entries().getFirst()).reason();
        };
        assertThat(told).isEqualTo(reason);
        return taken.get();
    }

    private static InputStream counted(InputStream in, AtomicLong taken) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int some = super.read(buffer, from, length);
                taken.addAndGet(Math.max(0, some));
                return some;
            }
        };
    }

    @Test
    void takes_no_more_out_of_a_bomb_than_the_limit() {
        byte[] bomb = zip(Map.entry("a.txt", new byte[50_000_000]));
        assertThat(bomb.length).isLessThan(60_000);
        byte[] lying = with(bomb, CENTRAL, 0, 24, 100, 4);
        assertThat(takenOut(lying, LIMITS, ArchiveReason.ENTRY_TOO_LARGE)).isLessThanOrEqualTo(310_000);
        ArchiveLimits tight = new ArchiveLimits(10, Integer.MAX_VALUE, 100_000_000, 10);
        assertThat(takenOut(lying, tight, ArchiveReason.ARCHIVE_PACKED_TOO_TIGHTLY))
                .isLessThan(600_000);
        ArchiveLimits small = new ArchiveLimits(10, Integer.MAX_VALUE, 1_000_000, 100_000);
        assertThat(takenOut(lying, small, ArchiveReason.ARCHIVE_UNPACKS_TOO_LARGE))
                .isLessThanOrEqualTo(1_010_000);
        assertThat(unread(bomb, 0)).as("by what it says itself").isEqualTo(ArchiveReason.ENTRY_TOO_LARGE);
    }

    @Test
    void refuses_one_file_that_is_too_large_and_reads_the_others() {
        byte[] noise = new byte[300_001];
        new Random(1).nextBytes(noise);
        byte[] zip = zip(Map.entry("large.txt", noise), file("b.txt", "two"));
        assertThat(unread(zip, 0)).isEqualTo(ArchiveReason.ENTRY_TOO_LARGE);
        assertThat(unread(with(zip, CENTRAL, 0, 24, 5, 4), 0)).isEqualTo(ArchiveReason.ENTRY_TOO_LARGE);
        assertThat(entries(zip).get(1)).isInstanceOf(File.class);
    }

    @Test
    void refuses_entries_that_share_their_packed_bytes() {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        byte[] zip = zip(Map.entry("a.txt", noise), file("b.txt", "two"));
        // the second entry's bytes begin where the first one's do
        byte[] shared = with(with(zip, CENTRAL, 1, 42, 0, 4), CENTRAL, 1, 20, 200_000, 4);
        assertThat(refused(shared)).isEqualTo(ArchiveReason.ARCHIVE_DAMAGED);
    }
}
