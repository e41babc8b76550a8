import DequeModule
import ICE
import RTP
import SCTP
import SDP
import Secure
package import Timing
import Wire

/// One WebRTC peer connection: descriptions, datagrams and time go in; datagrams, events and the next timeout come out.
package struct Peer: ~Copyable {
    package let configuration: PeerConfiguration
    var random: any RandomNumberGenerator & Sendable
    /// The greatest time seen, so that time never runs backwards inside.
    var now = Instant.origin

    // Descriptions.
    let sessionID: UInt64
    let cname: String
    var descriptionVersion: UInt64 = 0
    /// The sections of the offer that is not answered yet; more may have been added since, for the next one.
    var offeredSections: Int?
    var sections: [MediaSection] = []
    var localCredentials: ICECredentials
    /// The other end's ICE user name and certificate, once a description told them.
    var remoteName: String?
    var remoteFingerprint: Fingerprint?

    // The transport, from the bottom up.
    var ice: ICEAgent
    var path: ICEPath?
    var dtls: DTLSEndpoint?
    /// DTLS datagrams that arrived before the description that names their certificate.
    var earlyHandshake: [[UInt8]] = []
    var srtp: SRTPSession?
    var sctp: Association
    var streamIDs: [String: UInt16] = [:]
    var labels: [UInt16: String] = [:]
    var openLabels: Set<String> = []

    // Media.
    var midBySSRC: [UInt32: String] = [:]
    /// Sources whose packets were authentic, in RTP or RTCP.
    var heardSources: Set<UInt32> = []
    /// One for every source that was heard. Few: a list is found faster in than a dictionary, and changed in place.
    var receivers: [ReceiveStream] = []
    var nextReport: Instant?
    /// The round trip of an end that only receives, and the answers that let the other end measure it.
    var references = ReceiverReferences()
    var referenceTimes = ReferenceTimes()
    /// To the other end and back, from the latest report that told it.
    package internal(set) var roundTripTime: Duration?

    var outbox: Deque<PeerOutput> = []
    var isDisconnected = false
    /// The user name for which the end of candidates was announced.
    var endedName: String?
    package private(set) var isClosed = false
    package internal(set) var counters = PeerCounters()

    package init(_ configuration: PeerConfiguration, now: Instant) {
        self.configuration = configuration
        self.now = now
        var random = configuration.random
        sessionID = UInt64.random(in: 1...UInt64(Int64.max), using: &random)
        cname = String(UInt64.random(in: 1...UInt64.max, using: &random), radix: 36)
        let credentials = ICECredentials.random(using: &random)
        localCredentials = credentials
        let isFull = configuration.mode == .full
        ice = ICEAgent(
            ICEConfiguration(
                role: configuration.role == .offerer ? .controlling : .controlled, lite: !isFull,
                credentials: credentials,
                tieBreaker: .random(in: .min ... .max, using: &random)), random: random)
        sctp = Association(role: isFull ? .client : .server, random: random)
        self.random = random
    }

    /// The handshake is done: media may be sent.
    package var isConnected: Bool { srtp != nil && !isClosed }

    /// This end's ICE user name: what a shared port tells its peers apart by.
    package var localName: String { localCredentials.ufrag }

    var hasChannels: Bool { !streamIDs.isEmpty }

    mutating func advance(to instant: Instant) {
        now = max(now, instant)
    }

    mutating func close(_ failure: PeerFailure?) {
        guard !isClosed else { return }
        releaseTransport()
        isClosed = true
        outbox.append(.event(.closed(failure)))
    }

    mutating func makeSendStream(payloadType: UInt8) -> SendStream {
        let ssrc = UInt32.random(in: 1...UInt32.max, using: &random)
        return SendStream(ssrc: ssrc, payloadType: payloadType, cname: cname, clockRate: 48_000, using: &random)
    }
}
