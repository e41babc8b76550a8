/// Why data was not sent. Nothing of it was.
package enum DataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No data channel is open.
    case notConnected
    /// The encoded packet's size and what may be sent at once, in bytes. A larger message would close the channel.
    case tooLarge(size: Int, limit: Int)
    /// So much waits for its acknowledgement already that there is no room now; try again later.
    case bufferFull
    /// No stream of ours with this id is open: it was closed, or the connection was made anew.
    case unknownStream(String)
    case tooManyStreams(limit: Int)
    /// The data channel refuses the message for another reason.
    case refused(String)

    package var description: String {
        switch self {
        case .notConnected: "no data channel is open"
        case .tooLarge(let size, let limit): "the packet has \(size) bytes, the limit is \(limit)"
        case .bufferFull: "too much data waits to be acknowledged"
        case .unknownStream(let id): "no stream \(id) is open"
        case .tooManyStreams(let limit): "\(limit) streams are open already"
        case .refused(let reason): "the data channel refuses the message: \(reason)"
        }
    }
}
