import Contract
import Peer
import SwiftProtobuf

extension Peers {
    /// The data channels of both sides, as a resuming client names them.
    mutating func channels() -> [Livekit_DataChannelInfo] {
        var channels: [Livekit_DataChannelInfo] = []
        for label in [Self.lossy, Self.reliable] {
            if let id = publisher.streamID(of: label) {
                channels.append(Self.info(label, id, .publisher))
            }
            if let id = subscriber?.streamID(of: label) {
                channels.append(Self.info(label, id, .subscriber))
            }
        }
        return channels
    }

    private static func info(_ label: String, _ id: UInt16, _ side: PeerSide) -> Livekit_DataChannelInfo {
        .with {
            $0.label = label
            $0.id = UInt32(id)
            $0.target = side.target
        }
    }
}
