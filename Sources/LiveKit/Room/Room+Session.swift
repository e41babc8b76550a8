import Contract
import FoundationEssentials
import Peer
import SCTP
import SwiftProtobuf
package import Timing

// Sessions: opening one, losing it, starting the next, ending.
extension Room {
    static let reliable = "_reliable"
    static let lossy = "_lossy"
    private static let protocolVersion: Int32 = 16

    /// Starts joining. Tracks published before this are part of the first offer.
    package mutating func connect(now instant: Instant) {
        now = max(now, instant)
        guard phase == .idle else { return }
        openSession()
    }

    /// Leaves for good: says so to the server, and ends.
    package mutating func leave(now instant: Instant) {
        now = max(now, instant)
        guard phase != .closed else { return }
        if phase == .connecting || phase == .connected {
            var leave = Livekit_LeaveRequest()
            leave.reason = .clientInitiated
            leave.action = .disconnect
            signal(.leave(leave))
        }
        finish(nil)
    }

    mutating func finish(_ failure: RoomFailure?) {
        guard phase != .closed else { return }
        sayGoodbye()
        abandonPeer()
        phase = .closed
        outbox.append(.closeSignal)
        emit(.disconnected(failure))
    }

    /// Abandons the session and tries another one after a jittered pause.
    mutating func reconnect(_ reason: String) {
        guard phase != .closed, phase != .pausing, phase != .idle else { return }
        if let connectedAt, connectedAt + configuration.timings.settled <= now { attempt = 0 }
        connectedAt = nil
        let mayRetry = joined != nil || attempt < 3
        guard attempt < configuration.timings.attempts, mayRetry else { return finish(.unreachable(reason)) }
        outbox.append(.closeSignal)
        abandonPeer()
        endAllTracks()
        pings = PingSchedule()
        answerDeadline = nil
        pathDeadline = nil
        emit(.reconnecting(reason: reason))
        phase = .pausing
        phaseDeadline = now + pause()
        attempt += 1
    }

    /// Nothing before the first attempt after a working session; then uniform below a doubling limit.
    private mutating func pause() -> Duration {
        guard attempt > 0 else { return .zero }
        let timings = configuration.timings
        let limit = min(timings.firstPause * (1 << min(attempt, 10)), timings.longestPause)
        return .nanoseconds(Int64.random(in: 0...limit.nanoseconds, using: &random))
    }

    /// Ends the media connection, so that the others hear of it at once.
    private mutating func sayGoodbye() {
        peer?.close(now: now)
        while let output = peer?.pollOutput() {
            switch output {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .event: continue
            case .timeout: return
            }
        }
    }

    /// Drops the media connection without a word: who comes back has not left.
    private mutating func abandonPeer() {
        peer = nil
        peerTimeout = nil
        abandonData()
    }

    mutating func openSession() {
        phase = .joining
        phaseDeadline = now + configuration.timings.join
        trackByMid = [:]
        needsOffer = false
        offerID = 0
        guard let offer = makePeerWithOffer() else { return finish(.unreachable("no offer could be made")) }
        let join = joinRequest(offer: offer)
        outbox.append(.openSignal(path: "/rtc/v1", query: [QueryItem("join_request", join)], token: token))
    }

    /// A fresh peer connection with both data channels, one section to hear on, and one for each track of ours.
    private mutating func makePeerWithOffer() -> Livekit_SessionDescription? {
        var peer = Peer(
            PeerConfiguration(role: .offerer, mode: .full, certificate: configuration.certificate, random: random), now: now)
        _ = random.next()
        for (index, address) in configuration.localAddresses.enumerated() {
            peer.addLocalAddress(address, preference: UInt16(65_535 - min(index, 1000)), now: now)
        }
        peer.openChannel(Self.reliable, reliability: .reliable, ordered: true)
        peer.openChannel(Self.lossy, reliability: .lossy(maxRetransmits: 0), ordered: false)
        peer.addReceivingAudio()
        for index in localTracks.indices {
            localTracks[index].sid = nil
            localTracks[index].mid = peer.addSendingAudio(track: localTracks[index].cid)
        }
        let description = try? peer.makeOffer()
        self.peer = consume peer
        guard let description else { return nil }
        return offerMessage(description)
    }

    private func joinRequest(offer: Livekit_SessionDescription) -> String {
        var join = Livekit_JoinRequest()
        join.clientInfo.sdk = .rust
        join.clientInfo.version = configuration.clientVersion
        join.clientInfo.protocol = Self.protocolVersion
        join.clientInfo.os = "linux"
        join.connectionSettings.autoSubscribe = configuration.subscribesAutomatically
        join.publisherOffer = offer
        join.addTrackRequests = localTracks.map(\.request)
        var wrapped = Livekit_WrappedJoinRequest()
        wrapped.joinRequest = (try? join.serializedData()) ?? .init()
        let bytes = (try? wrapped.serializedData()) ?? .init()
        // The URL-safe alphabet, with padding: the server's decoder insists on it.
        return bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    mutating func handleRefusal(status: Int?, reason: String) {
        switch status {
        case 401, 403: finish(.unauthorized(reason))
        case 404 where reason.contains("requested room does not exist"): finish(.roomNotFound(reason))
        case 404: finish(.serverTooOld)
        case let status?: reconnect("HTTP \(status): \(reason)")
        case nil: reconnect(reason)
        }
    }

    mutating func handleSignalLoss(_ reason: String) {
        guard phase != .pausing else { return }
        reconnect("the signalling connection was lost: \(reason)")
    }
}
