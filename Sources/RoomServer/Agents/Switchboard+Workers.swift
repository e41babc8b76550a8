import Contract
import SwiftProtobuf
package import Token

// The `/agent` socket: workers register, report, and are given jobs.
extension Switchboard {
    /// Checks a worker's token before its socket is opened.
    package func admitWorker(token: String?) throws(JoinRefusal) -> Claims {
        let claims = try verify(token)
        guard claims.video?.agent == true else { throw .unauthorized("the token does not grant being an agent") }
        return claims
    }

    package mutating func enterWorker(_ claims: Claims, on connection: ConnectionID) {
        workers[connection] = RegisteredWorker(
            id: newID(.worker), apiKey: claims.issuer)
    }

    mutating func handleWorker(_ bytes: [UInt8], from connection: ConnectionID) {
        guard let message = try? Livekit_WorkerMessage(serializedBytes: bytes) else {
            outbox.append(.close(connection))
            return removeWorker(connection)
        }
        switch message.message {
        case .register(let registration): register(registration, connection)
        case .availability(let answer): place(answer, connection)
        case .updateWorker(let update):
            workers[connection]?.isAvailable = !update.hasStatus || update.status == .wsAvailable
            workers[connection]?.load = update.load
        case .updateJob(let update): report(update)
        case .ping(let ping):
            var pong = Livekit_WorkerPong()
            pong.lastTimestamp = ping.timestamp
            pong.timestamp = wallClock
            send(.pong(pong), to: connection)
        default: break
        }
    }

    private mutating func register(_ registration: Livekit_RegisterWorkerRequest, _ connection: ConnectionID) {
        workers[connection]?.registration = registration
        workers[connection]?.isAvailable = true
        var response = Livekit_RegisterWorkerResponse()
        response.workerID = workers[connection]?.id ?? ""
        response.serverInfo = Self.serverInfo
        send(.register(response), to: connection)
    }

    /// What it was offered goes to the next one, and so does what it was given and no agent has joined for.
    mutating func removeWorker(_ connection: ConnectionID) {
        workers[connection] = nil
        for (id, placed) in jobs where placed.worker == connection {
            jobs[id]?.orphaned = now
            let agent = rooms[placed.room]?.guest(identity: placed.job.state.participantIdentity)
            if let agent { fellOrphan(agent) } else { offerToNext(id) }
        }
    }

    private func encoded(_ message: Livekit_ServerMessage.OneOf_Message) -> [UInt8]? {
        var server = Livekit_ServerMessage()
        server.message = message
        return try? server.serializedBytes()
    }

    mutating func send(_ message: Livekit_ServerMessage.OneOf_Message, to worker: ConnectionID) {
        guard let bytes = encoded(message) else { return }
        outbox.append(.send(worker, bytes))
    }
}
