package org.progressledger.problems;

/**
 * Why something was refused. Enums implement it: the constant's name is the stable code that callers see, and the key
 * of its Thai and English text.
 */
public interface ReasonCode {

    /** The code, such as {@code NOT_FOUND}; never changed once released. */
    String name();

    /** The HTTP status that answers it, 400 to 599, unless a {@link ProblemException} says otherwise. */
    int status();
}
