import Contract
import Foundation
import Peer
import RoomServer
import SCTP
import SDP
import Secure
import Simulation
import SwiftProtobuf
import Token

/// A client of the newer form that is driven message by message; its datagrams go nowhere.
final class RawGuest {
    private let house: SimulatedHouse
    private let connection: ConnectionID
    private let description: String

    /// Joins with an offer that has a data section and nothing else.
    init(_ house: SimulatedHouse, connection: ConnectionID, identity: String = "raw") throws {
        self.house = house
        self.connection = connection
        var peer = Peer(
            PeerConfiguration(
                role: .offerer, mode: .full, certificate: try .selfSigned(), random: SeededGenerator(seed: 9)),
            now: house.clock.now)
        peer.openChannel("_reliable", reliability: .reliable, ordered: true)
        description = try peer.makeOffer().description
        house.workerInbox[connection] = []
        var join = Livekit_JoinRequest()
        join.connectionSettings.autoSubscribe = true
        join.publisherOffer = Self.offer(description)
        var wrapped = Livekit_WrappedJoinRequest()
        wrapped.joinRequest = try join.serializedBytes()
        let bytes: Data = try wrapped.serializedBytes()
        let request = GuestRequest(
            path: "/rtc/v1", query: ["join_request": bytes.base64EncodedString()],
            token: try house.token(identity, grant: .join("room")))
        house.board.enter(try house.board.admit(request), on: connection)
        house.drain()
    }

    private static func offer(_ sdp: String) -> Livekit_SessionDescription {
        .with {
            $0.type = "offer"
            $0.sdp = sdp
        }
    }

    func offerAgain() { send(.offer(Self.offer(description))) }

    func send(_ message: Livekit_SignalRequest.OneOf_Message) {
        let bytes: [UInt8]? = try? Livekit_SignalRequest.with { $0.message = message }.serializedBytes()
        house.board.handle(bytes ?? [], from: connection)
        house.drain()
    }

    var inbox: [Livekit_SignalResponse.OneOf_Message] {
        (house.workerInbox[connection] ?? []).compactMap { try? Livekit_SignalResponse(serializedBytes: $0).message }
    }

    var requirements: [Livekit_MediaSectionsRequirement] {
        inbox.compactMap { if case .mediaSectionsRequirement(let requirement) = $0 { requirement } else { nil } }
    }

    var leaves: [Livekit_LeaveRequest] {
        inbox.compactMap { if case .leave(let leave) = $0 { leave } else { nil } }
    }

    var tokens: [String] {
        inbox.compactMap { if case .refreshToken(let token) = $0 { token } else { nil } }
    }

    var answers: Int { inbox.count { if case .answer = $0 { true } else { false } } }
}
