import Contract
import Foundation
import Room
import SwiftProtobuf
import Timing

/// A socket that the room asked for.
struct SocketRequest {
    let path: String
    let query: [QueryItem]
    let token: String
    let at: Instant
    /// Offers that were made by messages before.
    let offersBefore: Int

    /// The request to join inside, as a server reads it: URL-safe base64 with padding around two messages.
    var joinRequest: Livekit_JoinRequest? {
        guard let text = query.first(where: { $0.name == "join_request" })?.value else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        guard let bytes = Data(base64Encoded: plain),
            let wrapped = try? Livekit_WrappedJoinRequest(serializedBytes: bytes)
        else { return nil }
        return try? Livekit_JoinRequest(serializedBytes: wrapped.joinRequest)
    }
}
