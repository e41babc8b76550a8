import Contract
import SwiftProtobuf

/// Participants as a server describes them.
enum People {
    static func someone(
        _ identity: String, sid: String? = nil, version: UInt32 = 1, tracks: [String] = []
    ) -> Livekit_ParticipantInfo {
        .with {
            $0.identity = identity
            $0.sid = sid ?? "PA_\(identity)"
            $0.version = version
            $0.state = .active
            $0.tracks = tracks.map { track in
                .with {
                    $0.sid = track
                    $0.type = .audio
                    $0.source = .microphone
                }
            }
        }
    }

    static func gone(_ identity: String, sid: String? = nil) -> Livekit_ParticipantInfo {
        var info = someone(identity, sid: sid, version: 99)
        info.state = .disconnected
        return info
    }
}
