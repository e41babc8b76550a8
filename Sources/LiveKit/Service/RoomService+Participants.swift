package import Contract
import SwiftProtobuf
import Timing
import Token

// Those who are in a room. Each call may administer that room alone.
extension RoomService {
    /// What a call waits for a participant's answer when it is not said.
    package static let answerTime = Duration.seconds(10)

    package func listParticipants(in room: String) async throws(ServiceError) -> [Livekit_ParticipantInfo] {
        try await connection.call(
            .repeatable("RoomService/ListParticipants"), Livekit_ListParticipantsRequest.with { $0.room = room },
            returning: Livekit_ListParticipantsResponse.self, grants: .administering(room)
        ).participants
    }

    /// `twirp(.notFound)` when nobody of this identity is in the room.
    package func participant(
        _ identity: String, in room: String
    ) async throws(ServiceError) -> Livekit_ParticipantInfo {
        try await connection.call(
            .repeatable("RoomService/GetParticipant"), Self.name(identity, room),
            returning: Livekit_ParticipantInfo.self, grants: .administering(room))
    }

    /// Disconnects a participant; its token stays valid.
    package func removeParticipant(_ identity: String, from room: String) async throws(ServiceError) {
        _ = try await connection.call(
            .once("RoomService/RemoveParticipant"), Self.name(identity, room),
            returning: Livekit_RemoveParticipantResponse.self, grants: .administering(room))
    }

    /// Sets a participant's name, metadata, permission or attributes: those the request has. An empty attribute is deleted.
    /// - Returns: the participant as it is now.
    @discardableResult
    package func updateParticipant(
        _ request: Livekit_UpdateParticipantRequest
    ) async throws(ServiceError) -> Livekit_ParticipantInfo {
        try await connection.call(
            .repeatable("RoomService/UpdateParticipant"), request, returning: Livekit_ParticipantInfo.self,
            grants: .administering(request.room))
    }

    /// Mutes a track, or unmutes it where the server allows that.
    /// - Returns: the track as it is now.
    @discardableResult
    package func setMuted(
        _ isMuted: Bool, track: String, of identity: String, in room: String
    ) async throws(ServiceError) -> Livekit_TrackInfo {
        let request = Livekit_MuteRoomTrackRequest.with {
            $0.room = room
            $0.identity = identity
            $0.trackSid = track
            $0.muted = isMuted
        }
        return try await connection.call(
            .repeatable("RoomService/MutePublishedTrack"), request, returning: Livekit_MuteRoomTrackResponse.self,
            grants: .administering(room)
        ).track
    }

    /// Subscribes a participant to tracks, or ends its subscriptions.
    package func updateSubscriptions(_ request: Livekit_UpdateSubscriptionsRequest) async throws(ServiceError) {
        _ = try await connection.call(
            .repeatable("RoomService/UpdateSubscriptions"), request,
            returning: Livekit_UpdateSubscriptionsResponse.self, grants: .administering(request.room))
    }

    /// Calls a method of a participant.
    /// - Parameter request: without a time limit it gets `answerTime`; the server answers by then.
    /// - Returns: the answer's payload. `twirp` when there is no such participant or method, or no answer in time.
    package func performRPC(_ request: Livekit_PerformRpcRequest) async throws(ServiceError) -> String {
        var request = request
        if request.responseTimeoutMs == 0 { request.responseTimeoutMs = UInt32(Self.answerTime.inMilliseconds) }
        return try await connection.call(
            .once("RoomService/PerformRpc", within: .milliseconds(request.responseTimeoutMs)), request,
            returning: Livekit_PerformRpcResponse.self, grants: .administering(request.room)
        ).payload
    }

    private static func name(_ identity: String, _ room: String) -> Livekit_RoomParticipantIdentity {
        .with {
            $0.room = room
            $0.identity = identity
        }
    }
}
