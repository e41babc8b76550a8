package import Timing
import Wire

extension ICEAgent {
    /// Adds an address of this host. Sockets outlive a restart, and so do these.
    package mutating func addLocal(_ candidate: Candidate, now: Instant) {
        guard candidate.isUsableHere, localCandidates.count < Self.candidateLimit else { return }
        guard
            !localCandidates.contains(where: { $0.address == candidate.address && $0.transport == candidate.transport })
        else { return }
        localCandidates.append(candidate)
        for remote in remoteCandidates { pair(candidate, remote) }
        if candidate.transport == .udp, !isLite {
            gatherer.addBase(candidate, now: now)
            gather(now: now)
        }
        proceed(now: now)
    }

    /// Sets the other end's credentials and whether it is lite. Repeating what is known changes nothing; other credentials
    /// begin a new generation of the other end. `restart` first, if this end is to have new ones too.
    package mutating func setRemote(credentials: ICECredentials, lite: Bool, now: Instant) {
        guard credentials != remoteCredentials else { return }
        if remoteCredentials != nil { forgetRemote() }
        remoteCredentials = credentials
        remoteIsLite = lite
        if lite, !isLite, role == .controlled { switchRole() }
        let early = earlyCandidates
        earlyCandidates = []
        for candidate in early { takeRemote(candidate) }
        proceed(now: now)
    }

    /// Adds a candidate of the other end. One that names other credentials than the current ones waits for them.
    package mutating func addRemote(_ candidate: Candidate, now: Instant) {
        takeRemote(candidate)
        proceed(now: now)
    }

    private mutating func takeRemote(_ candidate: Candidate) {
        guard candidate.isUsable else {
            counters.ignoredCandidates += 1
            return
        }
        guard let remoteCredentials, candidate.ufrag ?? remoteCredentials.ufrag == remoteCredentials.ufrag else {
            if earlyCandidates.count == Self.candidateLimit { earlyCandidates.removeFirst() }
            earlyCandidates.append(candidate)
            return
        }
        let known = remoteCandidates.firstIndex {
            $0.address == candidate.address && $0.transport == candidate.transport
        }
        if let index = known {
            replacePeerReflexive(at: index, by: candidate)
        } else if remoteCandidates.count < Self.candidateLimit {
            remoteCandidates.append(candidate)
            for local in localCandidates { pair(local, candidate) }
            checkLate(candidate)
        } else {
            counters.ignoredCandidates += 1
        }
    }

    /// A candidate that comes when a path is selected is the controlling end's to use. A check of the controlled end makes
    /// the translators on its side let those of the other in.
    private mutating func checkLate(_ candidate: Candidate) {
        guard hasConcluded, role == .controlled, !isLite else { return }
        for index in checkList.pairs.indices where checkList[index].remote == candidate { checkList.trigger(index) }
    }

    /// The other end has no more candidates: an agent that finds no path gives up sooner.
    package mutating func endOfCandidates(now: Instant) {
        remoteHasEnded = true
        proceed(now: now)
    }

    mutating func pair(_ local: Candidate, _ remote: Candidate) {
        guard local.type.isBase, isAllowed(local), CandidatePair.isPossible(local, remote) else { return }
        checkList.add(CandidatePair(local, remote), as: role)
    }

    /// A candidate that a check revealed before it was announced takes its announced type and priority.
    private mutating func replacePeerReflexive(at index: Int, by candidate: Candidate) {
        guard remoteCandidates[index].type == .peerReflexive, candidate.type != .peerReflexive else { return }
        remoteCandidates[index] = candidate
        for pair in checkList.pairs.indices {
            let remote = checkList[pair].remote
            guard remote.address == candidate.address, remote.transport == candidate.transport else { continue }
            checkList[pair].remote = candidate
        }
        checkList.sort(as: role)
    }

    mutating func switchRole() {
        role = role.reversed
        nominationDue = nil
        checkList.sort(as: role)
    }

    /// The local candidate that a datagram arrived at.
    func localCandidate(at address: TransportAddress, over transport: CandidateTransport) -> Candidate? {
        let bases = localCandidates.lazy.filter { $0.type.isBase && $0.transport == transport }
        return bases.first { $0.address == address }
            ?? bases.first {
                $0.type == .host && $0.tcpType != .active && $0.address.port == address.port
                    && $0.address.ip.isIPv6 == address.ip.isIPv6
            }
    }
}
