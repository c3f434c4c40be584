package org.peerage.web;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Looks at the settings before anything is made: a start that is refused leaves no database behind.
final class SettingsAtStart implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        PublicAddress.of(environment.getProperty("peerage.base-url", ""));
        Proxies.of(environment.getProperty("peerage.proxies", ""));
    }

    /// After the file with the settings has been read.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
