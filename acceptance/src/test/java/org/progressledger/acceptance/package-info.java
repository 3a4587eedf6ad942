/** The whole system from outside, over HTTP only. */
package org.progressledger.acceptance;
