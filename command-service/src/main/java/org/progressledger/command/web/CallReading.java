package org.progressledger.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.SignedIn;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the {@link Call} of a request. */
@Configuration(proxyBeanMethods = false)
class CallReading implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    /** @throws ProblemException if a header is not written as it should be */
    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Principal caller = http.getUserPrincipal();
        if (!(caller instanceof SignedIn signedIn)) {
            throw new ProblemException(CommonReason.UNAUTHENTICATED);
        }
        return new Call(
                signedIn.asker(),
                http.getMethod() + " " + http.getRequestURI(),
                CommandAnswers.checkedKey(http.getHeader(CommandAnswers.IDEMPOTENCY_KEY)),
                CommandAnswers.expectedVersion(http.getHeader(HttpHeaders.IF_MATCH)));
    }
}
