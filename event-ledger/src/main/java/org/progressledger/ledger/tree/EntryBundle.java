package org.progressledger.ledger.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Log entries one after another, each after its length as two bytes, the higher one first. */
public final class EntryBundle {

    /** Most bytes of an entry. */
    public static final int MAX_ENTRY = 65_535;

    private EntryBundle() {}

    /** @throws IllegalArgumentException if an entry is too long */
    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            append(bundle, entry);
        }
        return bundle.toByteArray();
    }

    static void append(ByteArrayOutputStream bundle, byte[] entry) {
        if (entry.length > MAX_ENTRY) {
            throw new IllegalArgumentException("An entry has at most 65,535 bytes, not " + entry.length);
        }
        bundle.write(entry.length >>> 8);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
    }

    /** @throws TreeDamaged if the last entry is not whole */
    public static List<byte[]> decode(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            int from = at + 2;
            int until = from > bundle.length
                    ? Integer.MAX_VALUE
                    : from + Byte.toUnsignedInt(bundle[at]) * 256 + Byte.toUnsignedInt(bundle[at + 1]);
            if (until > bundle.length) {
                throw new TreeDamaged("A bundle ends within its entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bundle, from, until));
            at = until;
        }
        return entries;
    }

    /** The first entries of a bundle, as a bundle. */
    static byte[] first(byte[] bundle, int entries) {
        List<byte[]> all = decode(bundle);
        if (all.size() < entries) {
            throw new TreeDamaged("A bundle of %d entries, not of %d".formatted(all.size(), entries));
        }
        return all.size() == entries ? bundle : encode(all.subList(0, entries));
    }
}
