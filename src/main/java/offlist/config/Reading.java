package offlist.config;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.FurtherFiles;
import offlist.yaml.Problem;

/** What came of reading the operator's file. */
public sealed interface Reading {
    /** The file holds; the warnings should be known all the same. */
    List<Problem> warnings();

    /** The operator's own catalogue files, if the file names a directory of them. */
    Optional<FurtherFiles> further();

    record Good(Settings settings, List<Problem> warnings, Optional<FurtherFiles> further) implements Reading {
        public Good {
            warnings = List.copyOf(warnings);
        }
    }

    /** The file is wrong; these are all its problems. */
    record Bad(List<Problem> problems, List<Problem> warnings, Optional<FurtherFiles> further) implements Reading {
        public Bad {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a bad file has a problem");
            }
        }
    }
}
