/** The drawing of a project's progress against time, as several pages show it. */
@NullMarked
package org.progressledger.query.curve;

import org.jspecify.annotations.NullMarked;
