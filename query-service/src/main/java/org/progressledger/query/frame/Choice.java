package org.progressledger.query.frame;

/** One choice of a select. */
public record Choice(String value, String text, boolean chosen) {}
