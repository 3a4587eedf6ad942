package org.progressledger.events;

/**
 * A fact that was recorded by mistake and counts no more.
 *
 * @param fact the mistaken fact
 * @param by the withdrawal
 */
public record Withdrawn(Fact fact, Fact by) {}
