import ArgumentParser
import Logging

/// How much a command tells of its work.
struct LogOptions: ParsableArguments {
    @Option(
        help: "How much to tell on standard error: trace, debug, info, notice, warning, error or critical.",
        transform: LogOptions.level)
    var logLevel: Logger.Level?

    func logger(_ label: String, default level: Logger.Level = .info) -> Logger {
        let level = logLevel ?? level
        return Logger(label: label) { _ in StandardErrorLog(logLevel: level) }
    }

    private static func level(_ name: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: name.lowercased()) else {
            throw ValidationError("'\(name)' is no log level.")
        }
        return level
    }
}
