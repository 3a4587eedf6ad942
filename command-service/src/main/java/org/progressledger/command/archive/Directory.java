package org.progressledger.command.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks a ZIP's central directory without keeping anything, so that a library need not make an object for each of a
 * million entries before anyone counts them.
 */
final class Directory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;

    private Directory() {}

    /**
     * How many entries the directory holds, whatever it says.
     *
     * @return at most one more than the limit; -1 where there is no directory that can be walked
     */
    static int entries(byte[] zip, int limit) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(bytes);
        // 64-bit archives are for more than a request may bring
        if (end < 0 || (end >= LOCATOR_64_LENGTH && bytes.getInt(end - LOCATOR_64_LENGTH) == LOCATOR_64)) {
            return -1;
        }
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        int count = 0;
        long packed = 0;
        while (at + ENTRY_LENGTH <= end && bytes.getInt((int) at) == ENTRY) {
            count++;
            packed += Integer.toUnsignedLong(bytes.getInt((int) at + 20));
            if (count > limit) {
                return count;
            }
            at += ENTRY_LENGTH
                    + Short.toUnsignedInt(bytes.getShort((int) at + 28))
                    + Short.toUnsignedInt(bytes.getShort((int) at + 30))
                    + Short.toUnsignedInt(bytes.getShort((int) at + 32));
        }
        boolean ends = at == end;
        // entries that share packed bytes would be more than the archive is long
        return ends && packed <= zip.length && count == Short.toUnsignedInt(bytes.getShort(end + 10)) ? count : -1;
    }

    private static int end(ByteBuffer bytes) {
        int last = bytes.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + 20)) == last - at) {
                return at;
            }
        }
        return -1;
    }
}
