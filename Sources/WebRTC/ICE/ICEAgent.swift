import STUN
import Timing
import Wire

/// An ICE agent for one component: tell it the candidates and credentials of both ends and every STUN datagram, do what it
/// asks for, wake it at its `timeout`.
///
/// A datagram's local address is that of a local candidate; a socket bound to the wildcard address may report that
/// instead, when its port belongs to one candidate of the family. On a stream it is the local address that the first
/// datagram named.
package struct ICEAgent: Sendable {
    package let timings: ICETimings
    package let isLite: Bool
    package internal(set) var role: ICERole
    package internal(set) var state = ICEState.new
    /// Of the current generation.
    package internal(set) var localCredentials: ICECredentials
    package internal(set) var remoteCredentials: ICECredentials?
    package internal(set) var localCandidates: [Candidate] = []
    package internal(set) var policy = TransportPolicy.all
    package internal(set) var counters = ICECounters()

    let tieBreaker: UInt64
    /// Of the generation before a restart: the other end uses them until it has switched.
    var formerCredentials: ICECredentials?
    var remoteIsLite = false
    var remoteCandidates: [Candidate] = []
    /// Candidates that came before the credentials they belong to, oldest first.
    var earlyCandidates: [Candidate] = []
    var remoteHasEnded = false
    var checkList = CheckList()
    var selected: SelectedPath?
    var gatherer: Gatherer
    /// Everything has been gathered, and the owner was told.
    package internal(set) var hasGathered = false
    /// The selected path is in doubt or lost, and another one is looked for within the same generation.
    var isRecovering = false
    /// This generation has selected its path.
    var hasConcluded = false
    /// No new check leaves before this.
    var nextCheck = Instant.origin
    /// When the controlling end nominates the best pair it has by then.
    var nominationDue: Instant?
    /// Since when a path has been looked for; `nil` while there is nothing to try.
    var searchingSince: Instant?
    var random: any RandomNumberGenerator & Sendable
    private var outputs: [ICEOutput] = []

    /// Remote candidates beyond this are ignored, and so are local ones.
    static let candidateLimit = 64
    /// Beyond this the oldest output is dropped: it is a check, and checks are sent again.
    private static let outputLimit = 256

    package init(_ configuration: ICEConfiguration, random: any RandomNumberGenerator & Sendable) {
        timings = configuration.timings
        isLite = configuration.lite
        role = configuration.role
        localCredentials = configuration.credentials
        tieBreaker = configuration.tieBreaker
        gatherer = Gatherer(random: random)
        self.random = random
    }

    /// Whether a datagram on a shared port is for an agent (RFC 7983).
    package static func isSTUN(_ bytes: [UInt8]) -> Bool { STUNMessage.isSTUN(bytes) }

    /// The username fragment a check is addressed to, for a port that several agents share; `nil` for anything else.
    package static func destination(of bytes: [UInt8]) -> String? {
        guard let message = STUNMessage(parsing: bytes), message.type == .request else { return nil }
        return message.username.flatMap { $0.split(separator: ":").first.map(String.init) }
    }

    /// The addresses in use, once a path is selected and as long as consent lasts.
    package var selectedPath: ICEPath? { selected?.path }

    /// The next thing to do, until there is nothing more.
    package mutating func pollOutput() -> ICEOutput? {
        outputs.isEmpty ? nil : outputs.removeFirst()
    }

    /// Past the limit the oldest datagram goes; what happened is never left out.
    mutating func emit(_ output: ICEOutput) {
        if outputs.count >= Self.outputLimit, let oldest = outputs.firstIndex(where: \.isDatagram) {
            outputs.remove(at: oldest)
        }
        outputs.append(output)
    }

    mutating func move(to next: ICEState) {
        guard next != state else { return }
        state = next
        emit(.state(next))
    }

    mutating func newTransaction() -> TransactionID {
        .random(using: &random)
    }
}
