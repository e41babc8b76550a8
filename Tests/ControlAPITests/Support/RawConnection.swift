import NIOCore
import NIOPosix

/// A TCP connection that sends and receives bytes as it is told, well-formed or not.
final class RawConnection {
    struct Ended: Error {}

    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private(set) var buffer = ByteBuffer()

    private init(
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    ) {
        self.outbound = outbound
        self.inbound = inbound
    }

    /// Connects to a loopback port for the time of `body`. A small receive buffer makes a slow reader slow soon.
    @discardableResult
    static func with<Result>(
        _ port: Int, receiveBuffer: Int32? = nil, body: (RawConnection) async throws -> Result
    ) async throws -> Result {
        var bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBuffer))
        }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(RawConnection(outbound, inbound.makeAsyncIterator()))
        }
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Exactly `count` bytes.
    func read(_ count: Int) async throws -> [UInt8] {
        while buffer.readableBytes < count { try await fill() }
        return buffer.readBytes(length: count) ?? []
    }

    /// Everything up to and with an empty line.
    func readHead() async throws -> String {
        let mark = Array("\r\n\r\n".utf8)
        while true {
            let bytes = Array(buffer.readableBytesView)
            for start in bytes.indices where bytes[start...].starts(with: mark) {
                return String(decoding: buffer.readBytes(length: start + mark.count) ?? [], as: UTF8.self)
            }
            try await fill()
        }
    }

    /// Everything until the other side closes.
    func readAll() async throws -> [UInt8] {
        while (try? await fill()) != nil {}
        return buffer.readBytes(length: buffer.readableBytes) ?? []
    }

    private func fill() async throws {
        guard var more = try await inbound.next() else { throw Ended() }
        buffer.writeBuffer(&more)
    }
}
