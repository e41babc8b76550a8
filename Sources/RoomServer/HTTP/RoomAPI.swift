import Contract
import SwiftProtobuf
import Token

/// RoomService and AgentDispatchService, as far as a laptop needs them.
enum RoomAPI {
    static func answer(_ call: TwirpCall, driver: SwitchboardDriver) -> Response {
        do throws(JoinRefusal) {
            let claims = try driver.ask { (board) throws(JoinRefusal) in try board.verify(call.token) }
            if let fault = call.fault { return fault }
            return route(call, claims.video ?? VideoGrant(), driver)
        } catch {
            return .text(error.status, error.text)
        }
    }

    private static func route(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver) -> Response {
        switch (call.service, call.method) {
        case ("livekit.RoomService", "CreateRoom"): createRoom(call, grant, driver)
        case ("livekit.RoomService", "ListRooms"): listRooms(call, grant, driver)
        case ("livekit.RoomService", "DeleteRoom"): deleteRoom(call, grant, driver)
        case ("livekit.RoomService", "ListParticipants"): listParticipants(call, grant, driver)
        case ("livekit.RoomService", "RemoveParticipant"): removeParticipant(call, grant, driver)
        case ("livekit.AgentDispatchService", "CreateDispatch"): createDispatch(call, grant, driver)
        default: .twirpError(404, "bad_route", "no handler for /twirp/\(call.service)/\(call.method)")
        }
    }

    private static let malformed = Response.twirpError(400, "malformed", "the request cannot be decoded")
    private static let denied = Response.twirpError(403, "permission_denied", "permissions denied")

    /// The answer cannot fail: the switchboard is only asked.
    private static func ask<Answer>(_ driver: SwitchboardDriver, _ body: (inout Switchboard) -> Answer) -> Answer? {
        try? driver.ask { (board) throws(JoinRefusal) in body(&board) }
    }

    private static func createRoom(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver) -> Response {
        guard grant.roomCreate else { return denied }
        guard let request = call.request(Livekit_CreateRoomRequest.self) else { return malformed }
        guard !request.name.isEmpty else { return .twirpError(400, "invalid_argument", "name is required") }
        return ask(driver) { $0.createRoom(request) }.map(call.response) ?? malformed
    }

    private static func listRooms(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver) -> Response {
        guard grant.roomList else { return denied }
        guard let request = call.request(Livekit_ListRoomsRequest.self) else { return malformed }
        return ask(driver) { $0.listRooms(request) }.map(call.response) ?? malformed
    }

    private static func deleteRoom(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver) -> Response {
        guard grant.roomCreate else { return denied }
        guard let request = call.request(Livekit_DeleteRoomRequest.self) else { return malformed }
        guard ask(driver, { $0.deleteRoom(request.room) }) == true else {
            return .twirpError(404, "not_found", "requested room does not exist")
        }
        return call.response(Livekit_DeleteRoomResponse())
    }

    private static func listParticipants(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver)
        -> Response
    {
        guard let request = call.request(Livekit_ListParticipantsRequest.self) else { return malformed }
        guard grant.administers(request.room) else { return denied }
        return ask(driver) { $0.listParticipants(request.room) }.map(call.response) ?? malformed
    }

    private static func removeParticipant(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver)
        -> Response
    {
        guard let request = call.request(Livekit_RoomParticipantIdentity.self) else { return malformed }
        guard grant.administers(request.room) else { return denied }
        guard ask(driver, { $0.removeParticipant(request.identity, from: request.room) }) == true else {
            return .twirpError(404, "not_found", "participant does not exist")
        }
        return call.response(Livekit_RemoveParticipantResponse())
    }

    private static func createDispatch(_ call: TwirpCall, _ grant: VideoGrant, _ driver: SwitchboardDriver) -> Response
    {
        guard let request = call.request(Livekit_CreateAgentDispatchRequest.self) else { return malformed }
        guard grant.administers(request.room) else { return denied }
        return ask(driver) { $0.createDispatch(request.agentName, request.room, request.metadata) }
            .map(call.response) ?? malformed
    }
}

extension VideoGrant {
    /// The right to administer holds for the one room that the token names.
    fileprivate func administers(_ name: String) -> Bool {
        roomAdmin && !name.isEmpty && room == name
    }
}
