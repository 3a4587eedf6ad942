package org.progressledger.query.signin;

import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;

/**
 * Where one signs in.
 *
 * @param refused why the last try was refused; null where there was none
 * @param said what happened before, such as that one has signed out; null where nothing has
 * @param next where one wanted to go
 * @param provider the organisation's identity provider; null where there is none
 * @param providerPath where one begins to sign in there
 */
record SignInPage(
        Frame frame,
        @Nullable String refused,
        @Nullable String said,
        String next,
        @Nullable String provider,
        @Nullable String providerPath) {}
