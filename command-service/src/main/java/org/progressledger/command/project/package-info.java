/** Commands, the rules that decide them, and the aggregate that loads, asks and applies. */
@NullMarked
package org.progressledger.command.project;

import org.jspecify.annotations.NullMarked;
