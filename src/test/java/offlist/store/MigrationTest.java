package offlist.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import offlist.testing.Stores;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Whatever version wrote a store, this one opens it, loses nothing of it, and has it as if it had made it itself. */
class MigrationTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/db");
    private static final String HISTORY = "flyway_schema_history";

    @TempDir
    Path directory;

    static Stream<Arguments> formerVersions() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            List<Integer> versions = scripts.map(script -> script.getFileName().toString())
                    .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
            assertThat(versions).hasSizeGreaterThan(10);
            return versions.subList(0, versions.size() - 1).stream()
                    .flatMap(version -> Stream.of("SQLite", "PostgreSQL").map(kind -> Arguments.of(version, kind)));
        }
    }

    @ParameterizedTest
    @MethodSource("formerVersions")
    void aStoreOfAFormerVersionIsOpenedWithAllThatIsInIt(int version, String kind) throws SQLException {
        DataSource former = database(kind, "former");
        Flyway.configure()
                .dataSource(former)
                .locations("classpath:db")
                .target(String.valueOf(version))
                .load()
                .migrate();
        fill(former);
        Map<String, Set<String>> columns = columns(former);
        Map<String, List<String>> before = rows(former, columns);

        Schema.migrate(former, kind);

        assertThat(before)
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        Map<String, List<String>> after = rows(former, columns);
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).containsAll(rows));
        DataSource fresh = database(kind, "fresh");
        Schema.migrate(fresh, kind);
        assertThat(described(former)).isEqualTo(described(fresh));
    }

    private DataSource database(String kind, String name) {
        if (kind.equals("SQLite")) {
            SQLiteConfig config = new SQLiteConfig();
            config.enforceForeignKeys(true);
            SQLiteDataSource file = new SQLiteDataSource(config);
            file.setUrl("jdbc:sqlite:" + directory.resolve(name + ".sqlite"));
            return file;
        }
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(Stores.freshPostgresUrl());
        server.setUser("postgres");
        server.setPassword("postgres");
        return server;
    }

    /** One row in each table, with something in each column; all texts are the same, so that references hold. */
    private static void fill(DataSource source) throws SQLException {
        List<String> open = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (Map.Entry<String, Set<String>> table : columns(source).entrySet()) {
                open.add("INSERT INTO " + table.getKey() + " ("
                        + table.getValue().stream().map(MigrationTest::name).collect(Collectors.joining(", "))
                        + ") VALUES ("
                        + table.getValue().stream().map(MigrationTest::value).collect(Collectors.joining(", ")) + ")");
            }
            while (!open.isEmpty()) {
                List<String> rest = open.stream()
                        .filter(insert -> !inserted(connection, insert))
                        .toList();
                assertThat(rest).as("no order fills these").hasSizeLessThan(open.size());
                open = new ArrayList<>(rest);
            }
        }
    }

    /** A table that another one refers to may still be empty. */
    private static boolean inserted(Connection connection, String insert) {
        try (var statement = connection.createStatement()) {
            statement.execute(insert);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Columns with their types by table. */
    private static Map<String, Set<String>> columns(DataSource source) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = source.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, schema(connection), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME");
                if (!table.equals(HISTORY) && !table.startsWith("sqlite_")) {
                    tables.computeIfAbsent(table, name -> new TreeSet<>())
                            .add(columns.getString("COLUMN_NAME") + ' ' + columns.getString("TYPE_NAME"));
                }
            }
        }
        // In PostgreSQL indices have columns too.
        Set<String> real = tables(source);
        tables.keySet().removeIf(table -> !real.contains(table));
        return tables;
    }

    private static Set<String> tables(DataSource source) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = source.getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, schema(connection), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String schema(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "public" : "%";
    }

    private static String name(String column) {
        return '"' + column.substring(0, column.indexOf(' ')) + '"';
    }

    private static String value(String column) {
        return switch (column.substring(column.indexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT)) {
            case "text" -> "'x'";
            case "bool", "boolean" -> "TRUE";
            default -> "1";
        };
    }

    private static Map<String, List<String>> rows(DataSource source, Map<String, Set<String>> columns)
            throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (Map.Entry<String, Set<String>> table : columns.entrySet()) {
                String names =
                        table.getValue().stream().map(MigrationTest::name).collect(Collectors.joining(", "));
                all.put(table.getKey(), texts(statement.executeQuery("SELECT " + names + " FROM " + table.getKey())));
            }
        }
        return all;
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                text.append(rows.getMetaData().getColumnName(i))
                        .append('=')
                        .append(rows.getString(i))
                        .append(' ');
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /** Tables, columns and indices, without the order in which they came. */
    private static Set<String> described(DataSource source) throws SQLException {
        Set<String> all = new TreeSet<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            for (String table : columns(source).keySet()) {
                try (ResultSet columns = data.getColumns(null, schema(connection), table, "%")) {
                    while (columns.next()) {
                        all.add(String.join(
                                " ",
                                table,
                                columns.getString("COLUMN_NAME"),
                                columns.getString("TYPE_NAME"),
                                "nullable " + columns.getString("IS_NULLABLE"),
                                "default " + columns.getString("COLUMN_DEF")));
                    }
                }
                try (ResultSet indices = data.getIndexInfo(null, null, table, false, true)) {
                    while (indices.next()) {
                        all.add(String.join(
                                " ",
                                table,
                                "index",
                                indices.getString("INDEX_NAME"),
                                indices.getString("COLUMN_NAME"),
                                "not unique " + indices.getBoolean("NON_UNIQUE")));
                    }
                }
            }
        }
        return all;
    }
}
