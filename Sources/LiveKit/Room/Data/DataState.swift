/// What a room keeps for its data packets.
struct DataState {
    /// The largest packet, encoded, whatever the other end says it takes.
    static let largestPacket = 64_000
    /// With more lossy bytes than this waiting, lossy packets are dropped.
    static let lossyRoom = 64 << 10
    /// Reliable bytes that may wait for their acknowledgement: the channels share 2 MiB.
    static let reliableRoom = (2 << 20) - lossyRoom - largestPacket

    // Of one session.
    var sender = ReliableSender()
    var received = ReceivedSequences()
    var incoming = IncomingStreams()
    var outgoing = OutgoingStreams()
    var calls = RPCCalls()
    var requests = RPCRequests()
    /// What one packet may have, encoded, in bytes.
    var packetLimit = Self.largestPacket

    // Of the room.
    var methods: Set<String> = []
    var counters = DataCounters()

    /// Everything of the session begins anew; what it left unfinished is the caller's to report.
    mutating func restart() {
        var fresh = DataState()
        (fresh.methods, fresh.counters) = (methods, counters)
        self = fresh
    }
}
