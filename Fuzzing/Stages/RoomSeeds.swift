import Contract
import Foundation
import SwiftProtobuf

/// What a server and the other participants say when all goes well.
enum RoomSeeds {
    static func join() throws -> [UInt8] {
        try bytes(
            .join(
                .with {
                    $0.room.name = "room"
                    $0.participant.sid = "PA_me"
                    $0.participant.identity = "me"
                    $0.otherParticipants = [ann]
                    $0.pingInterval = 10
                    $0.pingTimeout = 20
                    $0.iceServers = [.with { $0.urls = ["turn:192.0.2.1:3478?transport=udp"] }]
                }))
    }

    private static let ann = Livekit_ParticipantInfo.with {
        $0.sid = "PA_ann"
        $0.identity = "ann"
        $0.state = .active
        $0.tracks = [
            .with {
                $0.sid = "TR_ann"
                $0.type = .audio
            }
        ]
    }

    private static func bytes(_ message: Livekit_SignalResponse.OneOf_Message) throws -> [UInt8] {
        try Livekit_SignalResponse.with { $0.message = message }.serializedBytes()
    }

    /// One script per message after joining, and all of them in turn.
    static func signals() throws -> [[UInt8]] {
        let messages: [Livekit_SignalResponse.OneOf_Message] = [
            .answer(
                try .with {
                    $0.type = "answer"
                    $0.sdp = try PeerSeeds.answer()
                    $0.id = 1
                    $0.midToTrackID = ["1": "TR_ann"]
                }),
            .offer(
                try .with {
                    $0.type = "offer"
                    $0.sdp = try PeerSeeds.offer()
                    $0.id = 1
                }),
            .trickle(.with { $0.candidateInit = #"{"candidate":"candidate:1 1 udp 1 192.0.2.1 4000 typ host"}"# }),
            .update(.with { $0.participants = [ann] }), .mute(.with { $0.sid = "TR_me" }),
            .mediaSectionsRequirement(.with { $0.numAudios = 2 }), .refreshToken("token"),
            .speakersChanged(.with { $0.speakers = [.with { $0.sid = "PA_ann" }] }),
            .leave(.with { $0.reason = .roomClosed }),
        ]
        let steps = try messages.map { Script.Step(0, try bytes($0)) }
        let start = [Script.Step(0, try join())]
        let rest = (1...7 as ClosedRange<UInt8>).map { Script.Step($0, [1]) }
        return steps.map { Script.input(start + [$0]) } + [Script.input(start + steps + rest)]
    }

    static func data() throws -> [[UInt8]] {
        let header = Livekit_DataPacket.with {
            $0.participantSid = "PA_ann"
            $0.streamHeader.streamID = "1"
            $0.streamHeader.topic = "lk.chat"
            $0.streamHeader.textHeader = .init()
        }
        let chunk = Livekit_DataPacket.with {
            $0.participantSid = "PA_ann"
            $0.streamChunk.streamID = "1"
            $0.streamChunk.content = Data("text".utf8)
        }
        let trailer = Livekit_DataPacket.with {
            $0.participantSid = "PA_ann"
            $0.streamTrailer.streamID = "1"
        }
        let user = Livekit_DataPacket.with {
            $0.user.payload = Data([1, 2, 3])
            $0.user.topic = "topic"
        }
        let tone = Livekit_DataPacket.with {
            $0.participantIdentity = "ann"
            $0.sipDtmf.code = 11
            $0.sipDtmf.digit = "#"
        }
        let steps = try [user, header, chunk, trailer, tone].map { Script.Step(0, try $0.serializedBytes()) }
        return steps.map { Script.input([$0]) } + [Script.input(steps + [Script.Step(2, [100])])]
    }
}
