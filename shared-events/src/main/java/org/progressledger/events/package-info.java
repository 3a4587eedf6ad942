/** What happened to a project, in the office's words, and what the facts add up to. */
@NullMarked
package org.progressledger.events;

import org.jspecify.annotations.NullMarked;
