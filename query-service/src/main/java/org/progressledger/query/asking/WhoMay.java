package org.progressledger.query.asking;

import org.progressledger.access.EndpointRules;
import org.progressledger.access.RoleMatrix;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask what of the query service: its lines of the one matrix. */
@Configuration(proxyBeanMethods = false)
class WhoMay {
    @Bean
    EndpointRules endpointRules() {
        return RoleMatrix.of(RoleMatrix.Service.QUERY);
    }
}
