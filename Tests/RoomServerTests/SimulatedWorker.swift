import Contract
import RoomServer
import SwiftProtobuf
import Token

/// A worker on the `/agent` socket of a simulated house.
struct SimulatedWorker {
    let house: SimulatedHouse
    let connection: ConnectionID

    /// A worker that has registered.
    init(
        _ house: SimulatedHouse, number: UInt64, _ adjust: (inout Livekit_RegisterWorkerRequest) -> Void = { _ in }
    ) throws {
        self.house = house
        connection = ConnectionID(number: number)
        house.workerInbox[connection] = []
        house.board.enterWorker(
            try house.board.admitWorker(token: house.token("worker", grant: .worker)), on: connection)
        var registration = Livekit_RegisterWorkerRequest()
        registration.allowedPermissions.canPublish = true
        registration.allowedPermissions.canSubscribe = true
        registration.allowedPermissions.canPublishData = true
        adjust(&registration)
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

    /// The jobs it was offered.
    var jobs: [Livekit_Job] {
        inbox.compactMap { if case .availability(let request)? = $0.message { request.job } else { nil } }
    }

    var offers: [String] { jobs.map(\.id) }

    /// The ids of the jobs that were taken from it.
    var terminations: [String] {
        inbox.compactMap { if case .termination(let termination)? = $0.message { termination.jobID } else { nil } }
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
