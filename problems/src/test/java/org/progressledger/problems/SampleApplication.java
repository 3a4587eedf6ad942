package org.progressledger.problems;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** A small service that has nothing but ways to go wrong. */
@SpringBootApplication
class SampleApplication {

    /** What {@code /held} waits for. */
    static volatile CountDownLatch held = new CountDownLatch(0);

    /** How often {@code /held} was come to. */
    static final AtomicInteger holding = new AtomicInteger();

    enum Kind {
        WEEKLY,
        MONTHLY
    }

    record Percent(BigDecimal value) {
        Percent {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("Not a percentage: " + value);
            }
        }
    }

    record Line(int number, Kind kind) {}

    record Report(
            @NotBlank @Size(max = 10) String name,
            @Min(1) @Max(99) int number,
            LocalDate on,
            BigDecimal amount,
            Percent percent,
            List<Line> lines) {}

    @RestController
    static class Endpoints {

        @PostMapping(path = "/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> report(@RequestBody @Valid Report report) {
            return Map.of("amount", report.amount() == null ? BigDecimal.ZERO : report.amount());
        }

        @PostMapping(path = "/api/v1/imports", consumes = MediaType.TEXT_PLAIN_VALUE)
        Map<String, Object> printout(@RequestBody String text) {
            return Map.of("length", text.length());
        }

        @PostMapping("/anything")
        Map<String, Object> anything(@RequestBody JsonNode any) {
            return Map.of("array", any.isArray());
        }

        @PostMapping("/uploads")
        Map<String, Object> upload(@RequestParam MultipartFile file) {
            return Map.of("length", file.getSize());
        }

        @GetMapping(path = "/reports/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> one(@PathVariable int number, @RequestParam @Max(200) int size) {
            return Map.of("number", number, "size", size);
        }

        @GetMapping("/refused")
        void refused() {
            throw new ProblemException(SampleReason.PROGRESS_WENT_BACKWARDS, Map.of("percent", new BigDecimal("1E+1")));
        }

        @GetMapping("/broken-off")
        void brokenOff(HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getOutputStream().write("[1,".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            throw new ProblemException(SampleReason.PROGRESS_WENT_BACKWARDS, Map.of("percent", BigDecimal.ONE));
        }

        @GetMapping("/refused-elsewhere")
        CompletableFuture<String> refusedElsewhere() {
            return CompletableFuture.failedFuture(
                    new CompletionException(new ProblemException(SampleReason.PROGRESS_WENT_BACKWARDS)));
        }

        @GetMapping("/not-yet")
        void notYet() {
            throw new ProblemException(CommonReason.NOT_YET_SUPPORTED).withStatus(400);
        }

        @GetMapping("/later")
        void later() {
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(Duration.ofMillis(2001));
        }

        @GetMapping("/store-gone")
        void storeGone() {
            throw new MongoTimeoutException("Timed out waiting for mongodb://secret-host");
        }

        @GetMapping("/held")
        String held() throws InterruptedException {
            CountDownLatch until = held;
            holding.incrementAndGet();
            until.await();
            return "held";
        }

        @PostMapping("/form")
        String form(@RequestParam String name) {
            return name;
        }

        @GetMapping("/fault")
        void fault() {
            throw new IllegalStateException("a secret that nobody may read");
        }
    }

    enum SampleReason implements ReasonCode {
        PROGRESS_WENT_BACKWARDS;

        @Override
        public int status() {
            return 422;
        }
    }

    /** Who asks for HTML alone reads pages. */
    @Bean
    TroublePage troublePage() {
        return new TroublePage() {
            @Override
            public boolean isFor(HttpServletRequest request) {
                return "text/html".equals(request.getHeader("Accept"));
            }

            @Override
            public ModelAndView of(ProblemException problem, HttpServletRequest request, HttpServletResponse response) {
                ModelAndView page = new ModelAndView((model, asked, answer) -> answer.getWriter()
                        .print("a page about " + problem.reason().name()));
                page.setStatus(HttpStatus.valueOf(problem.status()));
                return page;
            }
        };
    }

    @Bean
    MessageBundle sampleMessages() {
        return new MessageBundle("messages/sample");
    }
}
