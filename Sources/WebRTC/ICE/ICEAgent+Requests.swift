import STUN
package import Timing
package import Wire

// Checks that arrive (RFC 8445, section 7.3).
extension ICEAgent {
    /// Takes a STUN datagram. Anything else is ignored.
    package mutating func handle(_ datagram: Datagram, now: Instant) {
        guard let message = STUNMessage(parsing: datagram.payload), message.method == STUNMethod.binding,
            let local = localCandidate(at: datagram.local, over: datagram.transport == .udp ? .udp : .tcp),
            isAllowed(local)
        else { return }
        switch message.type {
        case .request: receive(request: message, at: local, from: datagram.remote, now: now)
        case .success, .error: receive(response: message, at: local, from: datagram.remote, now: now)
        case .indication: break
        }
        proceed(now: now)
    }

    /// Whether a datagram is a check that only somebody with our password can have made.
    package func isAuthenticCheck(_ bytes: [UInt8]) -> Bool {
        guard let message = STUNMessage(parsing: bytes), message.type == .request, let username = message.username,
            let credentials = credentials(addressedBy: username)
        else { return false }
        return message.isAuthentic(key: credentials.key)
    }

    private mutating func receive(
        request: STUNMessage, at local: Candidate, from remote: TransportAddress, now: Instant
    ) {
        let path = ICEPath(local: local.address, remote: remote, transport: local.transport)
        let reply = Reply(request: request, path: path, arrival: now)
        guard let username = request.username, request.hasIntegrity else {
            return refuse(reply, .badRequest, key: nil)
        }
        guard let credentials = credentials(addressedBy: username), request.isAuthentic(key: credentials.key) else {
            return refuse(reply, .unauthenticated, key: nil)
        }
        guard request.notUnderstood.isEmpty else { return refuse(reply, .unknownAttribute, key: credentials.key) }
        let isCurrent = credentials == localCredentials
        if isCurrent, settleRoles(request) == .refused { return refuse(reply, .roleConflict, key: credentials.key) }
        answer(reply, key: credentials.key)
        noteHeard(on: path, now: now)
        guard isCurrent, state != .failed else { return }
        learn(from: request, at: local, from: remote, now: now)
    }

    /// A request with the way its answer goes.
    private struct Reply {
        var request: STUNMessage
        var path: ICEPath
        var arrival: Instant
    }

    /// The credentials of the generation that `<ours>:<theirs>` names.
    private func credentials(addressedBy username: String) -> ICECredentials? {
        let ours = username.prefix { $0 != ":" }
        guard username.utf8.count > ours.utf8.count else { return nil }
        return [localCredentials, formerCredentials].compactMap(\.self).first { $0.ufrag == ours }
    }

    private mutating func answer(_ reply: Reply, key: [UInt8]) {
        let response = STUNMessage(
            .success, transaction: reply.request.transaction, attributes: [.xorMappedAddress(reply.path.remote)])
        send(response.serialized(key: key), on: reply.path, now: reply.arrival)
    }

    private mutating func refuse(_ reply: Reply, _ error: STUNErrorCode, key: [UInt8]?) {
        var response = STUNMessage(
            .error, transaction: reply.request.transaction, attributes: [.errorCode(error)])
        if error == .unknownAttribute { response.attributes.append(.unknownAttributes(reply.request.notUnderstood)) }
        send(response.serialized(key: key), on: reply.path, now: reply.arrival)
    }

    private enum RoleOutcome { case settled, refused }

    /// Two ends in one role: the larger tie-breaker has its way (section 7.3.1.1).
    private mutating func settleRoles(_ request: STUNMessage) -> RoleOutcome {
        guard !isLite else { return .settled }
        for attribute in request.attributes {
            switch (attribute, role) {
            case (.iceControlling(let other), .controlling):
                guard tieBreaker < other else { return .refused }
                switchRole()
            case (.iceControlled(let other), .controlled):
                guard tieBreaker >= other else { return .refused }
                switchRole()
            default: continue
            }
            return .settled
        }
        return .settled
    }

    /// What an authentic check tells: a candidate perhaps, a pair worth checking now, a nomination (sections 7.3.1.3–5).
    private mutating func learn(
        from request: STUNMessage, at local: Candidate, from remote: TransportAddress, now: Instant
    ) {
        guard let index = pairIndex(local, remote, announcing: request.priority ?? 0) else { return }
        if isLite {
            if state == .new { move(to: .checking) }
            if request.nominates { nominated(index, now: now) }
            return
        }
        switch checkList[index].state {
        case .succeeded: break
        case .inProgress:
            let wait = timings.initialRetransmission
            if !checkList[index].isStream { checkList[index].check?.hasten(now: now, wait: wait) }
        case .waiting, .failed:
            // The controlling end that has chosen needs no other pair.
            if !hasConcluded || role == .controlled { checkList.trigger(index) }
        }
        if request.nominates { nominated(index, now: now) }
    }

    /// The pair of these addresses, made with a peer-reflexive candidate when the remote one is new.
    private mutating func pairIndex(
        _ local: Candidate, _ remote: TransportAddress, announcing priority: UInt32
    ) -> Int? {
        let path = ICEPath(local: local.address, remote: remote, transport: local.transport)
        if let index = checkList.index(on: path) { return index }
        let known = remoteCandidates.first { $0.address == remote && $0.transport == local.transport }
        let candidate = known ?? .peerReflexive(remote, priority: priority, over: local.transport)
        if known == nil {
            guard makeRoom() else { return nil }
            remoteCandidates.append(candidate)
        }
        pair(local, candidate)
        return checkList.index(on: path)
    }

    /// An end whose address changes again and again leaves old ones behind: the oldest that a check revealed gives way.
    private mutating func makeRoom() -> Bool {
        guard remoteCandidates.count >= Self.candidateLimit else { return true }
        let used = selected?.path.remote
        guard let oldest = remoteCandidates.firstIndex(where: { $0.type == .peerReflexive && $0.address != used })
        else { return false }
        let gone = remoteCandidates.remove(at: oldest)
        checkList.remove { $0.remote.address == gone.address && $0.remote.transport == gone.transport }
        return true
    }
}
