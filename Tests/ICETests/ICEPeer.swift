import ICE
import STUN
import TURN
import Simulation
import Timing
import Wire

/// An agent in a test, with a record of what it asked for.
struct ICEPeer {
    var agent: ICEAgent
    let credentials: ICECredentials
    let candidates: [Candidate]
    /// Candidates by TCP.
    let streams: [Candidate]
    private(set) var states: [ICEState] = []
    private(set) var selections: [NetworkPath] = []
    private(set) var failures: [AllocationError] = []
    private(set) var gathered: [Candidate] = []
    private(set) var hasGathered = false
    private var untold: [Candidate] = []
    private(set) var sent: [Datagram] = []
    /// What arrived for the other protocols, without the relay's message around it.
    private(set) var inbox: [Datagram] = []
    /// When each of `sent` left.
    private(set) var sentAt: [Instant] = []

    init(
        _ role: ICERole, _ name: String, _ addresses: [String], lite: Bool = false, tieBreaker: UInt64 = 1,
        timings: ICETimings = ICETimings(), seed: UInt64 = 1, streams: [Candidate] = []
    ) {
        credentials = ICECredentials(ufrag: name, pwd: "password-of-\(name)-0123456789")
        candidates = addresses.enumerated().map { index, text in
            Candidate.host(TransportAddress(testing: text), localPreference: 65_535 - UInt16(index))
        }
        self.streams = streams
        let configuration = ICEConfiguration(
            role: role, lite: lite, credentials: credentials, tieBreaker: tieBreaker, timings: timings)
        agent = ICEAgent(configuration, random: SeededGenerator(seed: seed))
    }

    /// Takes what the agent asks for, and gives what is to be sent to the network.
    mutating func drain(into network: inout SimulatedNetwork, now: Instant) {
        while let output = agent.pollOutput() {
            switch output {
            case .transmit(let datagram):
                sent.append(datagram)
                sentAt.append(now)
                network.send(datagram, now: now)
            case .selected(let path): selections.append(NetworkPath(from: path.local, to: path.remote))
            case .candidate(let candidate):
                gathered.append(candidate)
                untold.append(candidate)
            case .gathered: hasGathered = true
            case .serverFailed(let failure): failures.append(failure)
            case .state(let state): states.append(state)
            }
        }
    }

    /// The requests it sent, retransmissions included.
    var requests: [STUNMessage] { sent.compactMap { STUNMessage(parsing: $0.payload) }.filter { $0.type == .request } }

    func owns(_ address: TransportAddress) -> Bool {
        (candidates + streams).contains {
            $0.address == address || address.port == Candidate.activePort && $0.address.ip == address.ip
        }
    }

    /// Takes what arrived, as a peer connection does.
    mutating func receive(_ datagram: Datagram, now: Instant) {
        guard let datagram = agent.unwrap(datagram, now: now) else { return }
        if ICEAgent.isSTUN(datagram.payload) { agent.handle(datagram, now: now) } else { inbox.append(datagram) }
    }

    /// Candidates gathered since the last call.
    mutating func takeGathered() -> [Candidate] {
        defer { untold = [] }
        return untold
    }
}

extension TransportAddress {
    /// From `ip port`, in a test that knows what it writes.
    init(testing text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let ip = IPAddress(words[0]), let port = UInt16(words[1]) else {
            preconditionFailure("a test address is written as 'ip port'")
        }
        self.init(ip: ip, port: port)
    }
}
