import ArgumentParser
import Foundation

/// An API key and its secret; the environment fills in what the command line leaves out.
struct KeyOptions: ParsableArguments {
    /// The well-known credentials of development servers; used on this machine only.
    static let developmentKey = "devkey"
    static let developmentSecret = "secret"

    @Option(
        help: """
            The API key. Default: LIVEKIT_API_KEY; on this machine devkey. Its secret comes from LIVEKIT_API_SECRET alone, \
            because other users of a machine can see arguments; on this machine the default is the secret of devkey.
            """)
    var apiKey: String?

    /// - Parameter allowsDefault: whether the development key will do.
    func pair(
        _ environment: [String: String] = ProcessInfo.processInfo.environment, allowsDefault: Bool
    ) throws(CommandFailure) -> (key: String, secret: String) {
        let key = apiKey ?? environment.value("LIVEKIT_API_KEY")
        let secret = environment.value("LIVEKIT_API_SECRET")
        if let key, let secret { return try Self.checked(key, secret) }
        guard allowsDefault, key == nil || key == Self.developmentKey else {
            let missing = [("LIVEKIT_API_KEY", key), ("LIVEKIT_API_SECRET", secret)].filter { $0.1 == nil }.map(\.0)
            throw CommandFailure(
                .usage,
                "this needs an API key and its secret, as the server's configuration has them; set "
                    + missing.joined(separator: " and ") + " in the environment.")
        }
        return (key ?? Self.developmentKey, secret ?? Self.developmentSecret)
    }

    /// Blanks and quotes come from a badly copied file; no key has them, and the server would only say that it is wrong.
    private static func checked(
        _ key: String, _ secret: String
    ) throws(CommandFailure) -> (key: String, secret: String) {
        for (name, value) in [("LIVEKIT_API_KEY", key), ("LIVEKIT_API_SECRET", secret)]
        where value.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "'" }) {
            throw CommandFailure(.usage, "\(name) has blanks or quotes in it; set it to the bare value.")
        }
        return (key, secret)
    }
}

extension [String: String] {
    /// A variable that is set and not empty.
    func value(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
