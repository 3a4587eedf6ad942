package org.progressledger.events;

/** Why a project stands still. */
public enum PauseCause {
    COVID_19,
    OTHER
}
