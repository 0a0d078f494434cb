package offlist.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test an {@link OfflistHome} and clears it away; what the daemon printed is shown when the test failed. */
public final class OfflistHomes implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(OfflistHomes.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == OfflistHome.class;
    }

    @Override
    public OfflistHome resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(SPACE).computeIfAbsent(OfflistHome.class, type -> new OfflistHome(), OfflistHome.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        OfflistHome home = test.getStore(SPACE).remove(OfflistHome.class, OfflistHome.class);
        if (home != null) {
            if (test.getExecutionException().isPresent()) {
                System.err.println(test.getDisplayName() + ", what the daemon printed:\n" + home.log());
            }
            home.close();
        }
    }
}
