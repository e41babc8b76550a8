import Foundation

/// The API key of a `parley dev`: the environment's, on this machine else the well-known one, and generated otherwise.
struct DevelopmentKeys: Sendable {
    let key: String
    let secret: String

    init(isLocal: Bool, _ environment: [String: String] = ProcessInfo.processInfo.environment) {
        if let key = environment.value("LIVEKIT_API_KEY"), let secret = environment.value("LIVEKIT_API_SECRET") {
            self.key = key
            self.secret = secret
        } else if isLocal {
            key = KeyOptions.developmentKey
            secret = KeyOptions.developmentSecret
        } else {
            key = RandomName.make("dev")
            secret = RandomName.secret()
        }
    }
}
