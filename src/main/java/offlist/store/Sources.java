package offlist.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connection pools. A handful of connections: one stage writes, pages and metrics read. */
final class Sources {
    private static final int MOST = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Sources() {}

    static AgroalDataSource sqlite(String url) {
        return open(factory(url, org.sqlite.JDBC.class));
    }

    static AgroalDataSource postgresql(String url, @Nullable String user, @Nullable String password) {
        AgroalConnectionFactoryConfigurationSupplier factory = factory(url, org.postgresql.Driver.class);
        // A server that vanished without a word must not hold the thread that asks for ever.
        factory.jdbcProperty("connectTimeout", "10");
        factory.jdbcProperty("socketTimeout", "20");
        factory.jdbcProperty("tcpKeepAlive", "true");
        if (user != null) {
            factory.principal(new NamePrincipal(user));
        }
        if (password != null) {
            factory.credential(new SimplePassword(password));
        }
        return open(factory);
    }

    private static AgroalConnectionFactoryConfigurationSupplier factory(String url, Class<? extends Driver> driver) {
        return new AgroalConnectionFactoryConfigurationSupplier().jdbcUrl(url).connectionProviderClass(driver);
    }

    private static AgroalDataSource open(AgroalConnectionFactoryConfigurationSupplier factory) {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool ->
                        pool.maxSize(MOST).acquisitionTimeout(PATIENCE).connectionFactoryConfiguration(factory));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
