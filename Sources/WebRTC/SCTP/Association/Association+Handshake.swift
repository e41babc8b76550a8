import Timing

extension Association {
    /// INIT travels alone and under tag zero (RFC 9260, section 8.5.1).
    mutating func sendInitiation() {
        emit([.initiation(initiation(extra: []))], tag: 0)
    }

    private func initiation(extra: [Parameter]) -> InitiationChunk {
        InitiationChunk(
            initiateTag: localTag, receiverWindow: UInt32(clamping: parameters.receiveBufferSize),
            outboundStreams: .max, inboundStreams: .max, initialTSN: initialTSN,
            parameters: [
                Parameter(
                    type: Parameter.supportedExtensions,
                    value: [ChunkType.reconfiguration.rawValue, ChunkType.forwardTSN.rawValue]),
                Parameter(type: Parameter.forwardTSNSupported, value: []),
            ] + extra)
    }

    /// Answers INIT without keeping anything: the cookie holds what COOKIE ECHO will bring back.
    ///
    /// When both ends have sent INIT the answer bears the same tag and number as our own (section 5.2.1). Once the
    /// association stands an INIT is a late duplicate: a restart would come on a new DTLS connection.
    mutating func receiveInitiation(_ chunk: InitiationChunk) {
        guard [.idle, .cookieWait, .cookieEchoed].contains(state) else { return }
        let cookie = StateCookie(
            secret: cookieSecret, localTag: localTag, peer: PeerDescription(chunk), created: now)
        let unrecognized = chunk.unrecognized.prefix(8).map { parameter in
            Parameter(type: Parameter.unrecognizedParameter, value: parameter.serialized())
        }
        let answer = initiation(
            extra: [Parameter(type: Parameter.stateCookie, value: cookie.serialized())] + unrecognized)
        emit([.initiationAck(answer)], tag: chunk.initiateTag)
    }

    mutating func receiveInitiationAck(_ chunk: InitiationChunk) {
        guard state == .cookieWait, let cookie = chunk.cookie else { return }
        adopt(PeerDescription(chunk))
        self.cookie = cookie
        state = .cookieEchoed
        sendCookieEcho()
        t1.start(parameters.initialRTO, now: now)
    }

    mutating func sendCookieEcho() {
        guard let peer else { return }
        emit([.cookieEcho(cookie)], tag: peer.verificationTag)
    }

    /// A cookie of ours came back (sections 5.1.5 and 5.2.4).
    mutating func receiveCookieEcho(_ bytes: [UInt8]) {
        guard let cookie = StateCookie(bytes), cookie.secret == cookieSecret, cookie.localTag == localTag else {
            return
        }
        guard now - cookie.created <= parameters.cookieLife else {
            let late = now - cookie.created - parameters.cookieLife
            return emit([.error([.staleCookie(by: late)])], tag: cookie.peer.verificationTag)
        }
        switch state {
        case .idle, .cookieWait, .cookieEchoed:
            if peer != cookie.peer { adopt(cookie.peer) }
            control.append(.cookieAck)
            establish()
        case .closed: return
        default:
            if peer?.verificationTag == cookie.peer.verificationTag { control.append(.cookieAck) }
        }
    }

    mutating func receiveCookieAck() {
        if state == .cookieEchoed { establish() }
    }

    /// Our cookie took too long to come back: the handshake begins again (section 5.2.6, option 1).
    mutating func receiveStaleCookie() {
        guard state == .cookieEchoed else { return }
        state = .cookieWait
        sendInitiation()
        t1.restart(maximum: parameters.maximumRTO, now: now)
    }

    mutating func handleT1() {
        guard t1.isDue(now) else { return }
        guard t1.expirations < parameters.maximumInitRetransmits else { return end(.handshakeTimedOut) }
        t1.restart(maximum: parameters.maximumRTO, now: now)
        switch state {
        case .cookieWait: sendInitiation()
        case .cookieEchoed: sendCookieEcho()
        default: t1.stop()
        }
    }

    private mutating func adopt(_ description: PeerDescription) {
        peer = description
        inbound = Inbound(parameters, initialTSN: description.initialTSN)
        outbound.connect(peerWindow: description.receiverWindow, canForward: description.supportsForwardTSN)
        reset.expectedNumber = description.initialTSN.value
    }

    private mutating func establish() {
        state = .established
        t1.stop()
        cookie = []
        heartbeatDeadline = now + parameters.heartbeatInterval
        outputs.append(.connected)
    }
}
