extension Association {
    /// Each chunk in turn, until one ends the association or the packet.
    mutating func receive(_ packet: SCTPPacket) {
        var carriesData = false
        for chunk in packet.chunks {
            guard accepts(chunk, in: packet) else { return }
            if case .unknown(let unknown) = chunk {
                report(unknown)
                if unknown.stopsPacket { break }
                continue
            }
            if case .data = chunk { carriesData = true }
            receive(chunk)
            if state == .closed { return }
        }
        if carriesData, state.mayReceiveData { inbound?.finishPacket(now: now) }
    }

    /// The verification tag proves that the packet belongs to this association (RFC 9260, section 8.5).
    private func accepts(_ chunk: Chunk, in packet: SCTPPacket) -> Bool {
        switch chunk {
        case .initiation: packet.verificationTag == 0 && packet.chunks.count == 1
        case .abort(_, true), .shutdownComplete(true): packet.verificationTag == peer?.verificationTag
        default: packet.verificationTag == localTag
        }
    }

    private mutating func receive(_ chunk: Chunk) {
        switch chunk {
        case .data(let chunk): receiveData(chunk)
        case .initiation(let chunk): receiveInitiation(chunk)
        case .initiationAck(let chunk): receiveInitiationAck(chunk)
        case .sack(let chunk): receiveAcknowledgement(chunk)
        case .heartbeat(let information): receiveHeartbeat(information)
        case .heartbeatAck(let information): receiveHeartbeatAck(information)
        case .abort(let causes, _): receiveAbort(causes)
        case .shutdown(let cumulative): receiveShutdown(cumulative)
        case .shutdownAck: receiveShutdownAck()
        case .shutdownComplete: receiveShutdownComplete()
        case .error(let causes): receiveError(causes)
        case .cookieEcho(let cookie): receiveCookieEcho(cookie)
        case .cookieAck: receiveCookieAck()
        case .reconfiguration(let chunk): receiveReconfiguration(chunk)
        case .forwardTSN(let chunk): receiveForwardTSN(chunk)
        case .unknown: break
        }
    }

    private mutating func receiveData(_ chunk: DataChunk) {
        guard state.mayReceiveData else { return }
        guard !chunk.payload.isEmpty else {
            return abort(ErrorCause.noUserData, information: chunk.tsn.serialized)
        }
        deliver(inbound?.receive(chunk) ?? [])
        if inbound?.isOverrun == true { abort(ErrorCause.outOfResource) }
    }

    private mutating func receiveForwardTSN(_ chunk: ForwardTSNChunk) {
        guard state.mayReceiveData else { return }
        deliver(inbound?.skip(chunk) ?? [])
    }

    private mutating func receiveAcknowledgement(_ sack: SelectiveAcknowledgement) {
        guard state.maySendData else { return }
        outbound.handle(sack, now: now)
    }

    private mutating func receiveHeartbeat(_ information: [UInt8]) {
        guard peer != nil else { return }
        control.append(.heartbeatAck(information))
    }

    private mutating func receiveError(_ causes: [ErrorCause]) {
        if causes.contains(where: { $0.code == ErrorCause.staleCookie }) { receiveStaleCookie() }
    }

    private mutating func receiveAbort(_ causes: [ErrorCause]) {
        guard state != .closed else { return }
        end(.abortedByPeer(cause: causes.first?.code))
    }

    private mutating func report(_ chunk: UnknownChunk) {
        guard chunk.isReported, peer != nil else { return }
        let cause = ErrorCause(code: ErrorCause.unrecognizedChunk, information: Array(chunk.serialized.prefix(256)))
        control.append(.error([cause]))
    }
}
