package org.progressledger.problems;

import com.mongodb.MongoException;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.progressledger.problems.load.LoadSheddingConfiguration;
import org.progressledger.problems.trace.TraceFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Gives a web service problem documents, strict JSON and body limits by being on the class path. */
@AutoConfiguration(
        before = {
            JacksonAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestLimits.class)
@Import(LoadSheddingConfiguration.class)
@PropertySource("classpath:org/progressledger/problems/web-defaults.properties")
public class ProblemsAutoConfiguration {

    static final MessageBundle COMMON_MESSAGES = new MessageBundle("messages/problems");

    // before whatever reads a form, which is done for callers who are not signed in too
    private static final int BODY_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 35;

    @Bean
    MessageBundle commonMessages() {
        return COMMON_MESSAGES;
    }

    @Bean
    Texts texts(List<MessageBundle> bundles) {
        return new Texts(bundles);
    }

    @Bean
    Problems problems(Texts texts, JsonMapper json) {
        return new Problems(texts, json);
    }

    @Bean
    ProblemReadings problemReadings(ObjectProvider<ProblemReading> contributed) {
        return new ProblemReadings(contributed.orderedStream().toList());
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems, ProblemReadings readings) {
        return new ProblemAdvice(problems, readings);
    }

    @Bean
    ProblemErrorController problemErrorController(
            Problems problems, ProblemReadings readings, ObjectProvider<TroublePage> pages) {
        return new ProblemErrorController(problems, readings, pages);
    }

    @Bean
    StrictJson strictJson(RequestLimits limits) {
        return new StrictJson(limits);
    }

    @Bean
    StrictText strictText() {
        return new StrictText();
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(RequestLimits limits, Problems problems) {
        FilterRegistrationBean<BodyLimitFilter> filter =
                new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
        filter.setOrder(BODY_LIMIT_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<UnreadablePathFilter> unreadablePathFilter(Problems problems) {
        FilterRegistrationBean<UnreadablePathFilter> filter =
                new FilterRegistrationBean<>(new UnreadablePathFilter(problems));
        filter.setOrder(BODY_LIMIT_ORDER);
        return filter;
    }

    /** Before everything else, so that every line of a request's log bears its id. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        FilterRegistrationBean<TraceFilter> filter = new FilterRegistrationBean<>(new TraceFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatReportsProblems() {
        TomcatContextCustomizer reporting = context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(TomcatProblemReport.class.getName());
            }
        };
        return tomcat -> tomcat.addContextCustomizers(reporting);
    }

    /** Who asks before he sends a large body (RFC 9110, 10.1.1) is told to go on by whoever reads it, or refused without it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatTakesBodiesWhenTheyAreRead() {
        TomcatConnectorCustomizer onRead = connector ->
                connector.setProperty("continueResponseTiming", ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        return tomcat -> tomcat.addConnectorCustomizers(onRead);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoException.class)
    static class OnMongo {

        @Bean
        ProblemReading mongoReading() {
            return new MongoReading();
        }
    }
}
