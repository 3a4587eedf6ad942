/** How the whole city stands: each project in short, held in memory in step with what is kept. */
@NullMarked
package org.progressledger.query.overview;

import org.jspecify.annotations.NullMarked;
