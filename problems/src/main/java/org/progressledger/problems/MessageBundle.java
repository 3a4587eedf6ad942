package org.progressledger.problems;

/**
 * Names a pair of message files. A module contributes one as a Spring bean.
 *
 * @param baseName class path place without the ending: {@code messages/access} stands for
 *     {@code messages/access_th.properties} and {@code messages/access_en.properties}, both in UTF-8
 */
public record MessageBundle(String baseName) {}
