package org.progressledger.problems.load;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.problems.Problems;
import org.progressledger.problems.TroublePage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts load shedding before everything that costs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoadSettings.class)
public class LoadSheddingConfiguration {
    // behind what names and measures a request, the headers that every answer bears and the limit of a body, before
    // what
    // looks who asks
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 40;

    @Bean
    Turns turns(LoadSettings settings, @Value("${server.tomcat.threads.max:200}") int threads) {
        settings.mustFit(threads);
        return new Turns(settings);
    }

    @Bean
    FilterRegistrationBean<LoadShedding> loadShedding(
            Turns turns, LoadSettings settings, Problems problems, ObjectProvider<TroublePage> pages) {
        FilterRegistrationBean<LoadShedding> filter =
                new FilterRegistrationBean<>(new LoadShedding(turns, settings, problems, pages));
        filter.setOrder(ORDER);
        return filter;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Meters {

        @Bean
        MeterBinder loadMeters(Turns turns) {
            return meters -> {
                Gauge.builder("requests_in_work", turns, Turns::inWork)
                        .description("Requests that are worked on just now")
                        .register(meters);
                Gauge.builder("requests_waiting", turns, Turns::waiting)
                        .description("Requests that wait for their turn")
                        .register(meters);
                FunctionCounter.builder("requests_shed", turns, Turns::refused)
                        .description("Requests refused because more was asked than could be worked on")
                        .register(meters);
            };
        }
    }
}
