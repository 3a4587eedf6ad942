/** One project: its latest status and its reports. */
@NullMarked
package org.progressledger.query.projectpage;

import org.jspecify.annotations.NullMarked;
