package import Timing
import Wire

extension Association {
    /// When `handleTimeout` wants to be called next; `nil` when only input can change anything.
    package var timeout: Instant? {
        var soonest = Soonest<String>()
        soonest.consider(owesFlush ? now : nil, "flush")
        soonest.consider(t1.deadline, "T1")
        soonest.consider(t2.deadline, "T2")
        soonest.consider(outbound.t3, "T3")
        soonest.consider(inbound?.ackDeadline, "acknowledgement")
        soonest.consider(heartbeatDeadline, "heartbeat")
        soonest.consider(reset.timer.deadline, "reset")
        return soonest.instant
    }

    /// Does what is due. Calling it early changes nothing.
    package mutating func handleTimeout(now: Instant) {
        observe(now)
        guard let timeout, timeout <= self.now else { return }
        owesFlush = false
        handleT1()
        handleT2()
        handleT3()
        handleResetTimer()
        handleHeartbeatTimer()
        inbound?.handleTimeout(now: self.now)
        flush()
    }

    private mutating func handleT3() {
        guard let deadline = outbound.t3, deadline <= now else { return }
        outbound.handleT3(now: now)
        checkReachability()
    }

    /// Association.Max.Retrans (RFC 9260, section 8.1).
    private mutating func checkReachability() {
        if outbound.errors > parameters.maximumRetransmits { end(.peerUnreachable) }
    }

    /// An idle association asks now and then whether the other end is still there (section 8.3).
    private mutating func handleHeartbeatTimer() {
        guard let deadline = heartbeatDeadline, deadline <= now else { return }
        // While DATA is on the way, T3 finds out.
        guard outbound.isIdle else {
            heartbeatDeadline = now + parameters.heartbeatInterval
            return
        }
        if heartbeatSent != nil { outbound.errors += 1 }
        heartbeatSent = now
        heartbeatDeadline = now + parameters.heartbeatInterval
        var information = ByteWriter()
        information.write(UInt64(bitPattern: now.nanoseconds))
        control.append(.heartbeat(information.bytes))
        checkReachability()
    }

    mutating func receiveHeartbeatAck(_ information: [UInt8]) {
        var reader = ByteReader(information)
        guard let sent = heartbeatSent, reader.readUInt64() == UInt64(bitPattern: sent.nanoseconds) else { return }
        heartbeatSent = nil
        outbound.errors = 0
        outbound.rto.measured(now - sent)
    }
}
