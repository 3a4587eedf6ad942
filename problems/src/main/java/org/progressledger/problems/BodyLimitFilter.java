package org.progressledger.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large: by their announced length before anything is read, and while they stream in for
 * those that announce none.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final RequestLimits limits;
    private final Problems problems;

    BodyLimitFilter(RequestLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(CommonReason.BODY_TOO_LARGE, Map.of("limit", limit));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        long limit = limits.bytesFor(path);
        if (request.getContentLengthLong() > limit) {
            problems.write(tooLarge(limit), request, response);
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable ServletInputStream body;
        private @Nullable BufferedReader reader;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream limited = body;
            if (limited == null) {
                limited = new LimitedBody(super.getInputStream(), limit);
                body = limited;
            }
            return limited;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            BufferedReader limited = reader;
            if (limited == null) {
                String encoding = getCharacterEncoding();
                Charset charset = encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
                limited = new BufferedReader(new InputStreamReader(getInputStream(), charset));
                reader = limited;
            }
            return limited;
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        LimitedBody(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        private int counted(int bytes) throws BodyTooLarge {
            if (bytes > 0) {
                read += bytes;
            }
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return counted(body.read(buffer, offset, length));
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
