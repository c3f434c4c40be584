package org.peerage.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whoever is given the database finds it running and migrated.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(@Value("${peerage.home}") Path home, @Value("${peerage.base-url}") String address) {
        var database = Database.start(home, System.getenv());
        try {
            database.migrate(Modules.inOrder());
            database.keepAddress(address);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
