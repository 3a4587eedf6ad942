package org.progressledger.problems;

import java.util.Optional;

/**
 * Says what an exception means to the caller. Modules contribute these as Spring beans for exceptions of the libraries
 * they use; they are asked in bean order, before the common reading, for the exception that reached the web layer.
 */
@FunctionalInterface
public interface ProblemReading {

    /** The problem to answer with; empty when this reading does not know the exception. */
    Optional<ProblemException> read(Throwable thrown);
}
