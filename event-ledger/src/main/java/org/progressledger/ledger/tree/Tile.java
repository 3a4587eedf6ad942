package org.progressledger.ledger.tree;

/**
 * A tile with what is in it.
 *
 * @param path which one
 * @param bytes as {@link TileSource#tile} gives them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // tiles are many and large, and never compared as records
public record Tile(TilePath path, byte[] bytes) {}
