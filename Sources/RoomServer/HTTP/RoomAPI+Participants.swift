import Contract

// Participants and their tracks.
extension RoomAPI {
    func listParticipants() -> Response {
        perform { (request: Livekit_ListParticipantsRequest) in
            administers(request.room)
        } _: { board, request in
            board.listParticipants(request.room)
        }
    }

    func getParticipant() -> Response {
        perform { (request: Livekit_RoomParticipantIdentity) in
            administers(request.room)
        } _: { board, request in
            board.participant(request.identity, in: request.room)
        }
    }

    func removeParticipant() -> Response {
        perform { (request: Livekit_RoomParticipantIdentity) in
            administers(request.room)
        } _: { board, request in
            board.removeParticipant(request.identity, from: request.room) ? Livekit_RemoveParticipantResponse() : nil
        }
    }

    func updateParticipant() -> Response {
        perform { (request: Livekit_UpdateParticipantRequest) in
            administers(request.room)
        } _: { board, request in
            board.updateParticipant(request)
        }
    }

    func updateSubscriptions() -> Response {
        perform { (request: Livekit_UpdateSubscriptionsRequest) in
            administers(request.room)
        } _: { board, request in
            board.updateSubscriptions(request) ? Livekit_UpdateSubscriptionsResponse() : nil
        }
    }

    /// Only the participant itself lets a track sound again.
    func mutePublishedTrack() -> Response {
        guard call.request(Livekit_MuteRoomTrackRequest.self)?.muted != false else {
            return .twirpError(412, "failed_precondition", "remote unmute is not enabled")
        }
        return perform { (request: Livekit_MuteRoomTrackRequest) in
            administers(request.room)
        } _: { board, request in
            board.mute(request).map { track in
                var response = Livekit_MuteRoomTrackResponse()
                response.track = track
                return response
            }
        }
    }
}
