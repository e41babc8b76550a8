package import Contract
import SwiftProtobuf
import Timing
import Token

// Which agents are wanted where: the unnamed ones everywhere, the named ones where somebody asked for them.
extension Switchboard {
    /// Automatic dispatch when somebody joins: an unnamed agent for every new room, the named ones of the token.
    mutating func dispatchAgents(to room: String, claims: Claims, isNew: Bool) {
        guard claims.kind != .agent, claims.video?.agent != true else { return }
        let isServed = jobs.values.contains { $0.room == room && $0.job.type == .jtRoom }
        guard !isServed, !everyone(in: room).contains(where: \.isAgent) else { return }
        let named = claims.roomConfiguration?.agents ?? []
        if isNew || rooms[room]?.dispatches.isEmpty == true {
            for agent in named {
                var request = Livekit_CreateAgentDispatchRequest()
                request.room = room
                request.agentName = agent.agentName ?? ""
                request.metadata = agent.metadata ?? ""
                request.deployment = agent.deployment ?? ""
                request.attributes = agent.attributes ?? [:]
                _ = createDispatch(request)
            }
        }
        if named.isEmpty { offerJobs(.jtRoom, Livekit_AgentDispatch(), in: room) }
    }

    /// Jobs about one participant: once for being here, or for publishing the first time.
    mutating func offerJobs(_ type: Livekit_JobType, for guest: Guest) {
        guard !guest.isAgent, !jobs.values.contains(where: { $0.job.type == type && $0.concerns(guest) }) else {
            return
        }
        let dispatches = rooms[guest.roomName]?.dispatches ?? []
        for dispatch in [Livekit_AgentDispatch()] + dispatches.filter({ !$0.agentName.isEmpty }) {
            offerJobs(type, dispatch, in: guest.roomName, for: guest)
        }
    }

    /// Explicit dispatch. The room is made if it does not exist.
    package mutating func createDispatch(_ request: Livekit_CreateAgentDispatchRequest) -> Livekit_AgentDispatch {
        _ = ensureRoom(request.room)
        var dispatch = Livekit_AgentDispatch()
        dispatch.id = newID(.dispatch)
        dispatch.agentName = request.agentName
        dispatch.room = request.room
        dispatch.metadata = request.metadata
        dispatch.restartPolicy = request.restartPolicy
        dispatch.deployment = request.deployment
        dispatch.attributes = request.attributes
        dispatch.state.createdAt = wallClock * 1_000_000
        rooms[request.room]?.dispatches.append(dispatch)
        offerJobs(.jtRoom, dispatch, in: request.room)
        return withJobs(dispatch)
    }

    /// Takes a dispatch back and ends its jobs; `nil` when there is none.
    package mutating func deleteDispatch(_ id: String, in room: String) -> Livekit_AgentDispatch? {
        guard let index = rooms[room]?.dispatches.firstIndex(where: { $0.id == id }),
            var dispatch = rooms[room]?.dispatches.remove(at: index)
        else { return nil }
        dispatch.state.deletedAt = wallClock * 1_000_000
        dispatch = withJobs(dispatch)
        terminateJobs { $0.job.dispatchID == id }
        return dispatch
    }

    /// - Parameter id: empty for all of the room.
    package func listDispatches(_ id: String, in room: String) -> Livekit_ListAgentDispatchResponse {
        let dispatches = rooms[room]?.dispatches ?? []
        return .with { response in
            response.agentDispatches = dispatches.filter { id.isEmpty || $0.id == id }.map(withJobs)
        }
    }

    private func withJobs(_ dispatch: Livekit_AgentDispatch) -> Livekit_AgentDispatch {
        var dispatch = dispatch
        dispatch.state.jobs = jobs.values.map(\.job).filter { $0.dispatchID == dispatch.id }.sorted { $0.id < $1.id }
        return dispatch
    }

    /// One job in every namespace that has workers for it.
    private mutating func offerJobs(
        _ type: Livekit_JobType, _ dispatch: Livekit_AgentDispatch, in room: String, for guest: Guest? = nil
    ) {
        guard let hosted = rooms[room] else { return }
        let meant = workers.values.filter { $0.isMeant(for: dispatch, type) }
        for namespace in Set(meant.map { $0.registration?.namespace ?? "" }).sorted() {
            var job = Livekit_Job()
            job.id = newID(.job)
            job.type = type
            job.room = snapshot(of: hosted)
            if let guest { job.participant = guest.snapshot() }
            job.namespace = namespace
            job.metadata = dispatch.metadata
            job.agentName = dispatch.agentName
            job.deployment = dispatch.deployment
            job.attributes = dispatch.attributes
            job.dispatchID = dispatch.id
            job.state.updatedAt = wallClock * 1_000_000
            offer(job, room: room, asked: [])
        }
    }
}
