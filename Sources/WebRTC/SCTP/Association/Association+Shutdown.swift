import DequeModule

extension Association {
    /// Ends in order: what was handed over is delivered first, then the ends say goodbye (RFC 9260, section 9.2).
    ///
    /// `.closed(nil)` follows when that is done, at once when there was no association yet.
    package mutating func close() {
        switch state {
        case .idle, .cookieWait: end(nil)
        case .cookieEchoed:
            sendAbort([ErrorCause(code: ErrorCause.userInitiatedAbort)])
            end(nil)
        case .established:
            state = .shutdownPending
            owesFlush = true
        default: break
        }
    }

    /// Goes on with closing when nothing is on the way any more.
    mutating func advanceShutdown() {
        guard outbound.isIdle else { return }
        switch state {
        case .shutdownPending:
            state = .shutdownSent
            sendShutdown()
            t2.start(outbound.rto.current, now: now)
        case .shutdownReceived:
            state = .shutdownAckSent
            control.append(.shutdownAck)
            t2.start(outbound.rto.current, now: now)
        default: break
        }
    }

    private mutating func sendShutdown() {
        guard let inbound else { return }
        control.append(.shutdown(cumulative: inbound.cumulative))
    }

    mutating func receiveShutdown(_ cumulative: TSN) {
        switch state {
        case .established, .shutdownPending:
            state = .shutdownReceived
            heartbeatDeadline = nil
            outbound.acknowledge(upTo: cumulative, now: now)
        case .shutdownReceived: outbound.acknowledge(upTo: cumulative, now: now)
        case .shutdownSent:
            state = .shutdownAckSent
            control.append(.shutdownAck)
            t2.start(outbound.rto.current, now: now)
        case .shutdownAckSent: control.append(.shutdownAck)
        default: break
        }
    }

    mutating func receiveShutdownAck() {
        switch state {
        case .shutdownSent, .shutdownAckSent:
            control.append(.shutdownComplete(isReflected: false))
            flushControl()
            end(nil)
        case .closed:
            // Our SHUTDOWN COMPLETE was lost.
            guard let peer else { return }
            emit([.shutdownComplete(isReflected: false)], tag: peer.verificationTag)
        default: break
        }
    }

    mutating func receiveShutdownComplete() {
        if state == .shutdownAckSent { end(nil) }
    }

    mutating func handleT2() {
        guard t2.isDue(now) else { return }
        guard t2.expirations < parameters.maximumRetransmits else {
            sendAbort([])
            return end(.peerUnreachable)
        }
        t2.restart(maximum: parameters.maximumRTO, now: now)
        switch state {
        case .shutdownSent: sendShutdown()
        case .shutdownAckSent: control.append(.shutdownAck)
        default: t2.stop()
        }
    }

    /// Ends at once because the other end broke the protocol.
    mutating func abort(_ cause: UInt16, information: [UInt8] = []) {
        sendAbort([ErrorCause(code: cause, information: information)])
        end(.protocolViolation(cause: cause))
    }

    private mutating func sendAbort(_ causes: [ErrorCause]) {
        guard let peer else { return }
        emit([.abort(causes: causes, isReflected: false)], tag: peer.verificationTag)
    }

    /// Into `closed`, where nothing waits for anything.
    mutating func end(_ error: SCTPError?) {
        guard state != .closed else { return }
        state = .closed
        t1.stop()
        t2.stop()
        reset.timer.stop()
        heartbeatDeadline = nil
        inbound = nil
        control = []
        owesFlush = false
        outbound = Outbound(parameters, initialTSN: initialTSN)
        outputs.append(.closed(error))
    }
}
