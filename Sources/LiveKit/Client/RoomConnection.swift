package import NIOCore
package import Peer
package import Room
package import Secure
import Timing
package import Transport
import Wire

/// A room with its sockets, on one event loop. Not `Sendable`: it is used on that loop only.
package final class RoomConnection {
    /// More names at once are unknown without asking: a server may send as many as it likes.
    private static let lookUpLimit = 8
    /// A server from which nothing came for two of these periods is gone.
    private static let keepAlive = Duration.seconds(30)

    private let loop: any EventLoop
    private let server: ServerURL
    private let sockets: RoomSockets
    private(set) var room: Room
    private var webSocket: WebSocketClient?
    /// Counts the WebSockets, so that events of an abandoned one are ignored.
    private var socketNumber = 0
    private var timer: Scheduled<Void>?
    /// When the timer fires; never later than the room wants, and sometimes sooner.
    private var timerDue: Instant?
    private var isDraining = false
    /// Host names that are being looked up.
    private var lookUps = 0
    private let onEvent: (RoomEvent) -> Void

    /// - Parameters:
    ///   - redundancy: whether sound is sent more than once.
    ///   - onEvent: called on the loop, in order; it may call back into the connection.
    package init(
        to server: ServerURL, token: String, certificate: Certificate, sockets: RoomSockets,
        redundancy: Redundancy = .off, on loop: any EventLoop, onEvent: @escaping (RoomEvent) -> Void
    ) {
        loop.preconditionInEventLoop()
        self.loop = loop
        self.server = server
        self.sockets = sockets
        self.onEvent = onEvent
        var configuration = RoomConfiguration(
            token: token, certificate: certificate, localAddresses: sockets.addresses)
        configuration.redundancy = redundancy
        room = Room(configuration, now: .monotonic())
        sockets.owner.value = self
    }

    package var isClosed: Bool { room.isClosed }
    package var isConnected: Bool { room.isConnected }
    package var others: [Participant] { room.others }

    package func connect() {
        drive { $0.connect(now: $1) }
    }

    /// Publishes a microphone track; the answer names it in `.trackPublished`.
    package func publishAudio(name: String) -> String {
        var cid = ""
        drive { cid = $0.publishAudio(name: name, now: $1) }
        return cid
    }

    /// - Parameter gap: silence since the frame before, in ticks of the 48 kHz clock.
    package func send(_ frame: OutgoingFrame, track cid: String, after gap: UInt32 = 0) {
        drive { room, now in
            if gap > 0 { room.skipAudio(gap, track: cid) }
            room.send(frame, track: cid, now: now)
        }
    }

    package func setMuted(_ muted: Bool, track cid: String) {
        drive { $0.setMuted(muted, track: cid, now: $1) }
    }

    package func setAttributes(_ attributes: [String: String]) {
        drive { $0.setAttributes(attributes, now: $1) }
    }

    /// Leaves for good.
    package func leave() {
        drive { $0.leave(now: $1) }
    }

    /// What went through its sockets so far.
    package var counters: DatagramCounters { sockets.counters }
    /// What the server said that could not be used.
    package var roomCounters: RoomCounters { room.counters }
    /// What became of its sound, over all sessions.
    package var mediaCounters: PeerCounters { room.mediaCounters }

    func receive(_ datagram: Datagram) {
        drive { $0.handle(.datagram(datagram), now: $1) }
    }

    func receive(_ event: StreamEvent) {
        switch event {
        case .received(let datagram): receive(datagram)
        case .closed(let path, _):
            drive {
                $0.handle(.streamClosed(local: path.local, remote: path.remote, transport: path.transport), now: $1)
            }
        }
    }

    /// The second set of sockets is there.
    func bound(_ addresses: [TransportAddress]) {
        drive { $0.handle(.socketsBound(addresses), now: $1) }
    }

    /// The only door to the room: a mutation, then everything it yields.
    func drive(_ body: (inout Room, Instant) -> Void) {
        loop.preconditionInEventLoop()
        body(&room, .monotonic())
        guard !isDraining else { return }
        isDraining = true
        defer { isDraining = false }
        while perform(room.pollOutput()) {}
    }

    /// Whether there may be more to perform.
    private func perform(_ output: RoomOutput) -> Bool {
        switch output {
        case .openSignal(let path, let query, let token): openSignal(path: path, query: query, token: token)
        case .sendSignal(let bytes): webSocket?.send(bytes)
        case .closeSignal: closeSignal()
        case .bindSockets: sockets.bindOthers()
        case .resolve(let host): resolve(host)
        case .transmit(let datagram): sockets.send(datagram)
        case .event(let event): deliver(event)
        case .timeout(let instant):
            schedule(instant)
            return false
        }
        return true
    }

    private func deliver(_ event: RoomEvent) {
        onEvent(event)
        guard case .disconnected = event else { return }
        timer?.cancel()
        sockets.owner.value = nil
        sockets.close()
    }

    private func resolve(_ host: String) {
        guard lookUps < Self.lookUpLimit else { return drive { $0.handle(.resolved(host: host, []), now: $1) } }
        lookUps += 1
        let owner = sockets.owner
        NameService.addresses(of: host, on: loop).whenSuccess { owner.value?.resolved(host, $0) }
    }

    private func resolved(_ host: String, _ addresses: [IPAddress]) {
        lookUps -= 1
        drive { $0.handle(.resolved(host: host, addresses), now: $1) }
    }

    private func openSignal(path: String, query: [QueryItem], token: String) {
        closeSignal()
        socketNumber += 1
        let number = socketNumber
        let owner = sockets.owner
        let target = server.target(path, query: query.map { ($0.name, $0.value) })
        var request = WebSocketRequest(server: server, target: target, token: token)
        request.keepAlive = Self.keepAlive
        webSocket = WebSocketClient(connecting: request, on: loop) { event in
            owner.value?.receive(event, from: number)
        }
    }

    private func closeSignal() {
        webSocket?.close()
        webSocket = nil
    }

    private func receive(_ event: WebSocketEvent, from number: Int) {
        guard number == socketNumber, webSocket != nil else { return }
        switch event {
        case .opened: drive { $0.handle(.signalOpened, now: $1) }
        case .binary(let bytes): drive { $0.handle(.signal(bytes), now: $1) }
        case .text: break
        case .closed(let code, let reason):
            webSocket = nil
            drive { $0.handle(.signalClosed(reason: "closed with \(code) \(reason)"), now: $1) }
        case .failed(let error):
            webSocket = nil
            drive { $0.handle(RoomInput(error), now: $1) }
        }
    }

    /// A room is woken early for nothing now and then: that is cheaper than a new timer for every packet.
    private func schedule(_ instant: Instant?) {
        if let instant, let timerDue, timerDue <= instant { return }
        timer?.cancel()
        (timer, timerDue) = (nil, instant)
        guard let instant else { return }
        let delay = max(.zero, instant - .monotonic())
        let owner = sockets.owner
        timer = loop.assumeIsolated().scheduleTask(in: .nanoseconds(delay.nanoseconds)) {
            owner.value?.timerFired()
        }
    }

    private func timerFired() {
        timerDue = nil
        drive { $0.handle(.timeout, now: $1) }
    }
}

extension RoomInput {
    /// What a failed WebSocket means for a room.
    fileprivate init(_ error: WebSocketError) {
        switch error {
        case .refused(let status, let body, _): self = .signalRefused(status: status, reason: body)
        case .unreachable, .handshakeFailed: self = .signalRefused(status: nil, reason: "\(error)")
        default: self = .signalClosed(reason: "\(error)")
        }
    }
}
