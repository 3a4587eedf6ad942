@NullMarked
package org.progressledger.query.forms;

import org.jspecify.annotations.NullMarked;
