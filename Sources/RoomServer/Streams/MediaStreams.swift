import NIOCore
import Transport
import Wire

/// The TCP connections that clients have opened for media, by where they come from.
///
/// What a client does not read in time is dropped, newest first: late media is worth less than none.
final class MediaStreams {
    /// More connections than this are not accepted.
    private static let limit = 1000
    /// A connection on which nothing arrives is closed: clients check their paths more often.
    static let patience = TimeAmount.seconds(60)
    /// Bytes that may wait for the kernel: about a second of one call's sound.
    static let backlog = ChannelOptions.Types.WriteBufferWaterMark(low: 32 << 10, high: 64 << 10)

    private let receive: (Datagram) -> Void
    private let ended: (Datagram) -> Void
    private var channels: [TransportAddress: any Channel] = [:]

    /// - Parameter ended: is told of a connection's end by a datagram without content.
    init(receive: @escaping (Datagram) -> Void, ended: @escaping (Datagram) -> Void) {
        self.receive = receive
        self.ended = ended
    }

    /// Both ends of a new connection; `nil` when it is not wanted.
    func accept(_ channel: any Channel) -> Datagram? {
        guard channels.count < Self.limit, let local = channel.localAddress.flatMap(TransportAddress.init),
            let remote = channel.remoteAddress.flatMap(TransportAddress.init)
        else { return nil }
        channels[remote] = channel
        return Datagram(local: local, remote: remote, transport: .tcp, payload: [])
    }

    func deliver(_ datagram: Datagram) { receive(datagram) }

    func forget(_ ends: Datagram) {
        guard channels.removeValue(forKey: ends.remote) != nil else { return }
        ended(ends)
    }

    func send(_ datagram: Datagram) {
        guard let channel = channels[datagram.remote], channel.isWritable,
            let frame = StreamFraming.counted.frame(datagram.payload, allocator: channel.allocator)
        else { return }
        channel.writeAndFlush(frame, promise: nil)
    }

    func close() {
        for channel in channels.values { channel.close(promise: nil) }
        channels = [:]
    }
}
