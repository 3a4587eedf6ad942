/** Small programs behind the {@code ./run} command: they speak to the services from outside, as a person's tools would. */
@NullMarked
package org.progressledger.command.launch;

import org.jspecify.annotations.NullMarked;
