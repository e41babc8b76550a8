import Contract
import Token

extension VideoGrant {
    /// What participants are told that this one may do.
    var permission: Livekit_ParticipantPermission {
        var permission = Livekit_ParticipantPermission()
        permission.canSubscribe = maySubscribe
        permission.canPublish = mayPublish
        permission.canPublishData = mayPublishData
        permission.canUpdateMetadata = mayUpdateOwnMetadata
        permission.hidden = hidden
        permission.recorder = recorder
        permission.agent = agent
        permission.canPublishSources = canPublishSources.compactMap(Livekit_TrackSource.init(claim:))
        return permission
    }
}

extension VideoGrant {
    /// Grants what a participant may do by now, whatever its first token said.
    mutating func follow(_ permission: Livekit_ParticipantPermission) {
        canSubscribe = permission.canSubscribe
        canPublish = permission.canPublish
        canPublishData = permission.canPublishData
        canUpdateOwnMetadata = permission.canUpdateMetadata
        hidden = permission.hidden
        canPublishSources = permission.canPublishSources.compactMap(\.claim)
    }
}

extension Livekit_TrackSource {
    /// As tokens write sources.
    fileprivate init?(claim: String) {
        switch claim.lowercased() {
        case "camera": self = .camera
        case "microphone": self = .microphone
        case "screen_share": self = .screenShare
        case "screen_share_audio": self = .screenShareAudio
        default: return nil
        }
    }

    fileprivate var claim: String? {
        switch self {
        case .camera: "camera"
        case .microphone: "microphone"
        case .screenShare: "screen_share"
        case .screenShareAudio: "screen_share_audio"
        default: nil
        }
    }
}
