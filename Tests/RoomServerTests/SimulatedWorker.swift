import Contract
import RoomServer
import SwiftProtobuf
import Token

/// A worker on the `/agent` socket of a simulated house.
struct SimulatedWorker {
    let house: SimulatedHouse
    let connection: ConnectionID

    /// A worker that has registered.
    init(_ house: SimulatedHouse, number: UInt64) throws {
        self.house = house
        connection = ConnectionID(number: number)
        house.workerInbox[connection] = []
        house.board.enterWorker(
            try house.board.admitWorker(token: house.token("worker", grant: .worker)), on: connection)
        var registration = Livekit_RegisterWorkerRequest()
        registration.allowedPermissions.canPublish = true
        registration.allowedPermissions.canSubscribe = true
        registration.allowedPermissions.canPublishData = true
        send(.register(registration))
    }

    func send(_ message: Livekit_WorkerMessage.OneOf_Message) {
        let bytes: [UInt8]? = try? Livekit_WorkerMessage.with { $0.message = message }.serializedBytes()
        house.board.handle(bytes ?? [], from: connection)
        house.drain()
    }

    private var inbox: [Livekit_ServerMessage] {
        (house.workerInbox[connection] ?? []).compactMap { try? Livekit_ServerMessage(serializedBytes: $0) }
    }

    /// The ids of the jobs it was offered.
    var offers: [String] {
        inbox.compactMap { if case .availability(let request)? = $0.message { request.job.id } else { nil } }
    }

    /// The tokens it was given jobs with.
    var tokens: [String] {
        inbox.compactMap { if case .assignment(let assignment)? = $0.message { assignment.token } else { nil } }
    }

    /// Takes the last job it was offered.
    func accept() {
        var answer = Livekit_AvailabilityResponse()
        answer.jobID = offers.last ?? ""
        answer.available = true
        answer.participantIdentity = "agent-\(answer.jobID)"
        send(.availability(answer))
    }

    /// Its socket is gone.
    func vanish() {
        house.board.handleClose(of: connection)
        house.drain()
    }
}
