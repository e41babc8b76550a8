import Contract
import SwiftProtobuf
import Token

/// RoomService and AgentDispatchService, as far as a laptop needs them.
struct RoomAPI {
    let call: TwirpCall
    let grant: VideoGrant
    let driver: SwitchboardDriver

    static func answer(_ call: TwirpCall, driver: SwitchboardDriver) -> Response {
        do throws(JoinRefusal) {
            let claims = try driver.ask { (board) throws(JoinRefusal) in try board.verify(call.token) }
            if let fault = call.fault { return fault }
            return RoomAPI(call: call, grant: claims.video ?? VideoGrant(), driver: driver).route()
        } catch {
            return .text(error.status, error.text)
        }
    }

    private func route() -> Response {
        switch (call.service, call.method) {
        case ("livekit.RoomService", "CreateRoom"): createRoom()
        case ("livekit.RoomService", "ListRooms"): listRooms()
        case ("livekit.RoomService", "DeleteRoom"): deleteRoom()
        case ("livekit.RoomService", "UpdateRoomMetadata"): updateRoomMetadata()
        case ("livekit.RoomService", "ListParticipants"): listParticipants()
        case ("livekit.RoomService", "GetParticipant"): getParticipant()
        case ("livekit.RoomService", "RemoveParticipant"): removeParticipant()
        case ("livekit.RoomService", "UpdateParticipant"): updateParticipant()
        case ("livekit.RoomService", "UpdateSubscriptions"): updateSubscriptions()
        case ("livekit.RoomService", "MutePublishedTrack"): mutePublishedTrack()
        case ("livekit.RoomService", "SendData"): sendData()
        case ("livekit.AgentDispatchService", "CreateDispatch"): createDispatch()
        case ("livekit.AgentDispatchService", "DeleteDispatch"): deleteDispatch()
        case ("livekit.AgentDispatchService", "ListDispatch"): listDispatch()
        default: .twirpError(404, "bad_route", "no handler for /twirp/\(call.service)/\(call.method)")
        }
    }

    /// Answers one method.
    /// - Parameters:
    ///   - isAllowed: whether the token grants what is asked.
    ///   - body: asks the switchboard; `nil` when what is asked about does not exist.
    func perform<Request: Message, Answer: Message>(
        _ isAllowed: (Request) -> Bool, _ body: (inout Switchboard, Request) -> Answer?
    ) -> Response {
        guard let request = call.request(Request.self) else {
            return .twirpError(400, "malformed", "the request cannot be decoded")
        }
        guard isAllowed(request) else { return .twirpError(403, "permission_denied", "permissions denied") }
        // Asking cannot be refused: the token was verified.
        let asked = try? driver.ask { (board) throws(JoinRefusal) in body(&board, request) }
        guard let answer = asked ?? nil else {
            return .twirpError(404, "not_found", "\(Self.subject(of: call.method)) does not exist")
        }
        return call.response(answer)
    }

    private static func subject(of method: String) -> String {
        switch method {
        case "DeleteRoom", "UpdateRoomMetadata", "SendData": "requested room"
        case "MutePublishedTrack": "track"
        case "DeleteDispatch": "dispatch"
        default: "participant"
        }
    }

    /// The right to administer holds for the one room that the token names.
    func administers(_ name: String) -> Bool {
        grant.roomAdmin && !name.isEmpty && grant.room == name
    }
}
