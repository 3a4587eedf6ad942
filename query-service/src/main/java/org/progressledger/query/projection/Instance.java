package org.progressledger.query.projection;

/** How this instance is told from others that follow the same ledger. */
public record Instance(String name) {}
