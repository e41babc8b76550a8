/// What happened to data packets that were not delivered, since the room was made.
package struct DataCounters: Hashable, Sendable {
    /// Arrived and could not be decoded.
    package internal(set) var malformed = 0
    /// Arrived again, by their sequence number.
    package internal(set) var repeated = 0
    /// Not sent because too much lossy data was waiting.
    package internal(set) var lossyDropped = 0
    /// Of a kind that nobody here reads, by the field number of `DataPacket`; 0 stands for a packet without a body and
    /// for numbers above 63.
    package private(set) var ignored: [Int: Int] = [:]

    mutating func ignore(field number: Int) {
        ignored[(1...63).contains(number) ? number : 0, default: 0] += 1
    }
}
