import ArgumentParser
import Foundation

/// Where the dealership's data are.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The SQLite file of customers, services and appointments. It is made and filled when it is not there. Default: "
                + "~/.local/share/parley/dealership.sqlite.", valueName: "file"))
    var database: String?

    var path: String { database ?? Installation.databasePath(ProcessInfo.processInfo.environment) }
}
