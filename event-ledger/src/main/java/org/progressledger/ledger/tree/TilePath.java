package org.progressledger.ledger.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile: {@code tile/<L>/<N>[.p/<W>]} or {@code tile/entries/<N>[.p/<W>]}, as c2sp.org/tlog-tiles names them.
 *
 * @param level 0 to 63 for hashes, {@link #ENTRIES} for a bundle of entries
 * @param index its place among the tiles of its level, from 0
 * @param width how many hashes or entries it holds: 256 of a full one, 1 to 255 of a partial one
 */
public record TilePath(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes or entries in a full tile. */
    public static final int FULL = 256;

    /** How many levels of the tree one level of tiles spans. */
    static final int HEIGHT = 8;

    private static final int MAX_LEVEL = 63;
    private static final long MAX_INDEX = 999_999_999_999_999_999L;
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || index > MAX_INDEX || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile: level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /** The tile of a level and index in a tree of that size, full or partial; nothing if the tree does not reach it. */
    public static Optional<TilePath> in(long treeSize, int level, long index) {
        long hashes = hashes(treeSize, level);
        long first = index * FULL;
        return first >= hashes
                ? Optional.empty()
                : Optional.of(new TilePath(level, index, (int) Math.min(FULL, hashes - first)));
    }

    /** Reads a path, without a slash before it; nothing if it is not written exactly as the specification says. */
    public static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        long index = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        if (level > MAX_LEVEL || (form.group(3) != null && width >= FULL)) {
            return Optional.empty();
        }
        TilePath tile = new TilePath(level, index, width);
        return tile.toString().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    public boolean isFull() {
        return width == FULL;
    }

    public boolean holdsEntries() {
        return level == ENTRIES;
    }

    /** The full tile in the same place. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** Whether a tree of that size has all that is in this tile. */
    public boolean isWithin(long treeSize) {
        return index * FULL + width <= hashes(treeSize, level);
    }

    private static long hashes(long treeSize, int level) {
        int shift = HEIGHT * Math.max(level, 0);
        return shift > MAX_LEVEL ? 0 : treeSize >>> shift;
    }

    /** The path, without a slash before it. */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        path.insert(0, holdsEntries() ? "tile/entries/" : "tile/" + level + "/");
        return isFull() ? path.toString() : path.append(".p/").append(width).toString();
    }
}
