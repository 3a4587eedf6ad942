/** What whoever runs the service sees of its recording. */
@NullMarked
package org.progressledger.command.operations;

import org.jspecify.annotations.NullMarked;
