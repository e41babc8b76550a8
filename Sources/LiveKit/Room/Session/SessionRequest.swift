import Contract
import FoundationEssentials
import SwiftProtobuf

/// What a socket is asked for: a new session, or the one we had.
struct SessionRequest {
    /// The newest version that this client follows: without packet trailers, which come with 17.
    static let protocolVersion: Int32 = 16

    /// What is resumed: our session id, and why.
    struct Resumed {
        let participantSID: String
        let reason: Livekit_ReconnectReason
    }

    let clientVersion: String
    let subscribesAutomatically: Bool
    /// In the single topology the first offer and our tracks travel with the request.
    var offer: Livekit_SessionDescription?
    var tracks: [Livekit_AddTrackRequest] = []
    var resumed: Resumed?

    func query(for topology: Topology) -> [QueryItem] {
        switch topology {
        case .single: [QueryItem("join_request", joinRequest)]
        case .dual: parameters
        }
    }

    /// One message, in URL-safe base64 with padding: the server's decoder insists on it.
    private var joinRequest: String {
        var join = Livekit_JoinRequest()
        join.clientInfo.sdk = .rust
        join.clientInfo.version = clientVersion
        join.clientInfo.protocol = Self.protocolVersion
        join.clientInfo.os = "linux"
        join.connectionSettings.autoSubscribe = subscribesAutomatically
        if let offer { join.publisherOffer = offer }
        join.addTrackRequests = tracks
        if let resumed {
            join.reconnect = true
            join.reconnectReason = resumed.reason
            join.participantSid = resumed.participantSID
        }
        var wrapped = Livekit_WrappedJoinRequest()
        // Encoding messages of our own making cannot fail: they have no required fields.
        wrapped.joinRequest = (try? join.serializedData()) ?? Data()
        let bytes = (try? wrapped.serializedData()) ?? Data()
        return bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    /// The older form: one parameter for each fact.
    private var parameters: [QueryItem] {
        var items = [
            QueryItem("sdk", "rust"),
            QueryItem("version", clientVersion),
            QueryItem("os", "linux"),
            QueryItem("protocol", "\(Self.protocolVersion)"),
            QueryItem("client_protocol", "0"),
            QueryItem("auto_subscribe", subscribesAutomatically ? "1" : "0"),
            QueryItem("adaptive_stream", "0"),
        ]
        if let resumed {
            items.append(QueryItem("reconnect", "1"))
            items.append(QueryItem("reconnect_reason", "\(resumed.reason.rawValue)"))
            items.append(QueryItem("sid", resumed.participantSID))
        }
        return items
    }
}
