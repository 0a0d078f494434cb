package offlist.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.config.Settings;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.local.LocalNews;
import offlist.local.LocalZones;
import offlist.probe.DnsProber;
import offlist.probe.HealthProbe;
import offlist.yaml.Problem;
import offlist.yaml.Problems;

/** What a command that runs without a daemon works with. */
final class OneShot implements AutoCloseable {
    private final Catalogue catalogue;
    private final Loaded loaded;
    private final Resolvers resolvers = new Resolvers();
    private final Servers servers = new Servers(resolvers, new LocalZones());
    private final PrintWriter err;

    OneShot(Optional<Path> file, PrintWriter err) {
        this.err = err;
        Catalogue shipped = CatalogueReader.shipped();
        loaded = Loaded.load(file, List.of(), shipped);
        catalogue = loaded.known(shipped);
        loaded.warnings().forEach(warning -> err.println("warning: " + warning));
    }

    Settings settings() {
        return loaded.settings();
    }

    /** What is known of lists, without those of the settings. */
    Catalogue catalogue() {
        return catalogue;
    }

    Resolvers resolvers() {
        return resolvers;
    }

    /** Whoever answers under an id; the file of a list is read when it is wanted for the first time. */
    Resolver resolver(ResolverId id) {
        files().forEach((list, file) -> {
            if (LocalZones.id(list).equals(id)) {
                servers.local()
                        .read(list, file, Instant.now())
                        .filter(LocalNews::trouble)
                        .ifPresent(news -> err.println("warning: " + list + ": " + Plain.text(news.words())));
            }
        });
        return servers.resolver(id);
    }

    private Map<ListId, ListFile> files() {
        Map<ListId, ListFile> files = new HashMap<>();
        ListChoice choice = settings().choice();
        choice.custom()
                .forEach(entry -> entry.settings()
                        .file()
                        .ifPresent(file -> files.put(entry.list().id(), file)));
        choice.override()
                .forEach((name, wish) -> wish.file().ifPresent(file -> files.put(new ListId(name.value()), file)));
        return files;
    }

    CheckRun checkRun() {
        return new CheckRun(new DnsProber(this::resolver, InstantSource.system()), new HealthProbe(this::resolver));
    }

    /**
     * The lists in use, or those named instead, with the operator's keys and settings.
     *
     * @throws CommandError when a name means nothing, or the list cannot be asked
     */
    List<WatchedList> lists(List<String> named) {
        if (named.isEmpty()) {
            return WatchedLists.of(settings());
        }
        Problems problems = new Problems();
        ListChoice choice = settings().choice().using(named);
        Selection selection = Selection.of(catalogue, choice, problems);
        List<String> wrong = new java.util.ArrayList<>(
                problems.list().stream().map(Problem::message).toList());
        for (String name : named) {
            selection.notAsked().stream()
                    .filter(not -> not.list().id().value().equals(name))
                    .forEach(not -> wrong.add("`" + name + "` cannot be asked: " + not.words()));
        }
        if (!wrong.isEmpty()) {
            throw new CommandError(CommandError.Exit.USAGE, wrong);
        }
        return WatchedLists.of(settings().asking(choice, selection)).stream()
                // Lists of one's own are always in use, but here only when they are named.
                .filter(list -> !list.own() || named.contains(list.id().value()))
                .toList();
    }

    @Override
    public void close() {
        resolvers.close();
    }
}
