package org.progressledger.problems;

/** The reasons that every service shares: what can be wrong with a request before anyone asks what it means. */
public enum CommonReason implements ReasonCode {
    /** The body cannot be read; data {@code line} and {@code column} where the parser knows them. */
    MALFORMED_BODY(400),
    /** The endpoint needs a body and none came. */
    MISSING_BODY(400),
    /** One or more fields are wrong; the document's {@code errors} name each. */
    INVALID_FIELDS(400),
    /** A field that the endpoint does not know; data {@code field}. */
    UNKNOWN_FIELD(400),
    /** Of one field: a value must be given. */
    REQUIRED(400),
    /** Of one field: another JSON type is expected; data {@code expected}. */
    WRONG_TYPE(400),
    /** Of one field: too short or too long; data {@code min}, {@code max}. */
    WRONG_LENGTH(400),
    /** Of one field: not written in the expected form. */
    WRONG_FORMAT(400),
    /** Of one field: a number or a date outside what is allowed. */
    OUT_OF_RANGE(400),
    /** Of one field: not an allowed value. */
    INVALID_VALUE(400),
    /** A path or query parameter is wrong; data {@code parameter}. */
    INVALID_PARAMETER(400),
    /** A query parameter, header or part must be given; data {@code parameter}. */
    MISSING_PARAMETER(400),
    /** The request itself is not proper HTTP, or its path is not one that is ever served. */
    BAD_REQUEST(400),
    /** Nobody is signed in, or the name and password do not match. */
    UNAUTHENTICATED(401),
    /** The account's role does not allow this. */
    FORBIDDEN(403),
    /** Nothing is there. */
    NOT_FOUND(404),
    /** The path exists, this method does not; data {@code method}. */
    METHOD_NOT_ALLOWED(405),
    /** None of the asked-for media types can be given. */
    NOT_ACCEPTABLE(406),
    /** The body exceeds the limit; data {@code limit} in bytes. */
    BODY_TOO_LARGE(413),
    /** What was sent is larger than is taken, where how much that is is not known. */
    REQUEST_TOO_LARGE(413),
    /** The body's media type is not understood. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Too many failed sign-ins; comes with {@code Retry-After}. */
    TOO_MANY_ATTEMPTS(429),
    /** A capability that this release does not have; 501 for an endpoint, 400 when a parameter asks for it. */
    NOT_YET_SUPPORTED(501),
    /** The store does not answer; comes with {@code Retry-After}. */
    STORE_UNAVAILABLE(503),
    /** The service cannot answer just now; comes with {@code Retry-After}. */
    TEMPORARILY_UNAVAILABLE(503),
    /** More is asked than the service can work on; comes with {@code Retry-After}. */
    OVERLOADED(503),
    /** A fault of ours; data {@code incident}, by which the log entry is found. */
    UNEXPECTED(500);

    private final int status;

    CommonReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
