package org.progressledger.command.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A letter as a request gives it. */
record LetterFields(@Nullable String number, @Nullable LocalDate datedOn, @Nullable String subject) {}
