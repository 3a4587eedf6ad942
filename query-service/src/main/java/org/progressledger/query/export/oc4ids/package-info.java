/** A project in the words of the Open Contracting for Infrastructure Data Standard (OC4IDS). */
@NullMarked
package org.progressledger.query.export.oc4ids;

import org.jspecify.annotations.NullMarked;
