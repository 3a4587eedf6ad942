package org.progressledger.verifier;

/**
 * A checkpoint as it was found.
 *
 * @param size how many events it is of, as its place says
 * @param note the signed note
 * @param where it was found, as a path of a stored field
 */
public record StoredCheckpoint(long size, String note, String where) {}
