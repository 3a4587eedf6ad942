package org.progressledger.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports what Tomcat refuses before any application sees it, such as a path with a forbidden character. Tomcat makes
 * this object by its class name.
 */
public final class TomcatProblemReport extends ErrorReportValve {

    private final Problems problems;

    public TomcatProblemReport() {
        this.problems = new Problems(
                new Texts(List.of(ProblemsAutoConfiguration.COMMON_MESSAGES)),
                JsonMapper.builder().build());
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemException problem =
                Optional.ofNullable(CommonReading.ofStatus(status)).orElseGet(ProblemReadings::incident);
        if (problem.reason() == CommonReason.UNEXPECTED) {
            container.getLogger().error("Incident " + problem.data().get("incident"), thrown);
        }
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        // the path is what could not be read, so it is not repeated
        byte[] body = JsonMapper.shared().writeValueAsBytes(problems.document(problem, language, "about:blank"));
        try {
            response.setContentType("application/problem+json");
            // or Thai would be written in Latin-1, as question marks
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Content-Language", language.tag());
            // no filter that sets them has seen what ends here
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("Cache-Control", "no-store");
            response.getReporter().write(new String(body, StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("The caller has gone", gone);
        }
    }
}
