package org.progressledger.problems;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value of a refusal's data that people read as a word of their language and programs as a code.
 *
 * @param key of the word in the message files, such as {@code detail.period}
 * @param code what the document's {@code data} holds, such as {@code period}
 */
public record Term(String key, @JsonValue String code) {}
