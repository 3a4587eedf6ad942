package org.progressledger.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.junit.jupiter.api.Test;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What is said of files that are too large, by whichever part of the web server noticed. */
class UploadReadingTest {
    private static ProblemException read(Throwable thrown) {
        return new CommonReading().read(thrown).orElseThrow();
    }

    @Test
    void the_limit_is_that_of_whoever_counted() {
        ProblemException problem = read(new MaxUploadSizeExceededException(
                -1, new IllegalStateException(new FileSizeLimitExceededException("too large", 5_000, 4_096))));
        assertThat(problem.reason()).isEqualTo(CommonReason.BODY_TOO_LARGE);
        assertThat(problem.data()).isEqualTo(Map.of("limit", 4_096L));
        assertThat(read(new MaxUploadSizeExceededException(1_000)).data()).isEqualTo(Map.of("limit", 1_000L));
    }

    @Test
    void a_limit_that_nobody_knows_is_not_told_as_minus_one() {
        ProblemException problem = read(new MaxUploadSizeExceededException(-1));
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.reason()).isEqualTo(CommonReason.REQUEST_TOO_LARGE);
        assertThat(problem.data()).isEmpty();
        assertThat(CommonReading.ofStatus(413))
                .isNotNull()
                .extracting(ProblemException::reason)
                .isEqualTo(CommonReason.REQUEST_TOO_LARGE);
    }
}
