import ArgumentParser
import Foundation

/// An API key and its secret; the environment fills in what the command line leaves out.
struct KeyOptions: ParsableArguments {
    /// The well-known credentials of development servers; used on this machine only.
    static let developmentKey = "devkey"
    static let developmentSecret = "secret"

    @Option(help: "The API key. Default: LIVEKIT_API_KEY; on this machine devkey.")
    var apiKey: String?

    @Option(
        help: """
            The API secret. Better set LIVEKIT_API_SECRET: other users of this machine can see arguments. On this machine \
            the default is the secret of devkey.
            """)
    var apiSecret: String?

    /// - Parameter allowsDefault: whether the development key will do.
    func pair(
        _ environment: [String: String] = ProcessInfo.processInfo.environment, allowsDefault: Bool
    ) throws(CommandFailure) -> (key: String, secret: String) {
        let key = apiKey ?? environment.value("LIVEKIT_API_KEY")
        let secret = apiSecret ?? environment.value("LIVEKIT_API_SECRET")
        if let key, let secret { return (key, secret) }
        guard allowsDefault, key == nil || key == Self.developmentKey else {
            let missing = secret == nil ? "LIVEKIT_API_SECRET" : "LIVEKIT_API_KEY"
            throw CommandFailure(.usage, "this needs an API key and its secret, and \(missing) is not set.")
        }
        return (key ?? Self.developmentKey, secret ?? Self.developmentSecret)
    }
}

extension [String: String] {
    /// A variable that is set and not empty.
    func value(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
