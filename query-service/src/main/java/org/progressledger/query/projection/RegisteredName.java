package org.progressledger.query.projection;

/**
 * Projects of one agency code whose forms spell the agency alike.
 *
 * @param code the first eight digits of their codes
 * @param spelling exactly as registered
 * @param projects how many they are
 * @param firstProject the lowest of their codes
 */
public record RegisteredName(String code, String spelling, long projects, String firstProject) {}
