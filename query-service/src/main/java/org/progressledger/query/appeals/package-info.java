/** What appeals changed: the reviewers' queue, the appeals of a project, and one appeal as a whole story. */
@NullMarked
package org.progressledger.query.appeals;

import org.jspecify.annotations.NullMarked;
