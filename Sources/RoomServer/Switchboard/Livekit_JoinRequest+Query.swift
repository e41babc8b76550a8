import Contract
import Foundation

extension Livekit_JoinRequest {
    /// The parameters of the older form of signalling, which has no request of its own. `nil` when the attributes cannot
    /// be read.
    init?(query: [String: String]) {
        self.init()
        clientInfo.version = query["version"] ?? ""
        clientInfo.protocol = query["protocol"].flatMap(Int32.init) ?? 0
        clientInfo.clientProtocol = query["client_protocol"].flatMap(Int32.init) ?? 0
        connectionSettings.autoSubscribe = query["auto_subscribe"].map(Self.isTrue) ?? true
        reconnect = query["reconnect"].map(Self.isTrue) ?? false
        participantSid = query["sid"] ?? ""
        if let attributes = query["attributes"], !attributes.isEmpty {
            guard let bytes = Data(base64URL: attributes),
                let values = try? JSONDecoder().decode([String: String].self, from: bytes)
            else { return nil }
            participantAttributes = values
        }
    }

    private static func isTrue(_ text: String) -> Bool { text == "1" || text == "true" }
}

extension Data {
    /// base64 in either alphabet, padded or not.
    init?(base64URL text: String) {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        self.init(base64Encoded: base64)
    }
}
