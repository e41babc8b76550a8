import NIOCore
import NIOWebSocket

/// One open feed: sends what its source yields, answers pings, and ends for exactly one reason.
///
/// Bounds: the log keeps 1 024 events for this reader and the socket 64 KiB; a client that lets them fill, or lets one
/// frame wait longer than `writePatience`, is closed with 1013. Incoming frames are handled one at a time.
struct FeedConnection: Sendable {
    typealias Socket = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>
    typealias Outbound = NIOAsyncChannelOutboundWriter<WebSocketFrame>
    typealias Inbound = NIOAsyncChannelInboundStream<WebSocketFrame>

    /// Which half of the connection came to its end.
    private enum Half: Sendable {
        case receiving(FeedEnding?)
        case sending(FeedEnding)
        case patience
    }

    let source: FeedSource
    let sessions: Sessions
    let timings: FeedTimings
    let meter = WriteMeter()
    let heard = LastHeard()
    /// The first rule the client broke; it is told so while the rest of what it sends is read and ignored.
    let violations = AsyncStream<FeedEnding>.makeStream(bufferingPolicy: .bufferingOldest(1))

    init(source: FeedSource, sessions: Sessions, timings: FeedTimings) {
        self.source = source
        self.sessions = sessions
        self.timings = timings
    }

    /// Serves the socket until either side ends it; the socket is closed when this returns.
    func run(_ socket: Socket) async {
        // A connection that breaks is an ordinary end.
        try? await socket.executeThenClose { inbound, outbound in
            await withTaskGroup(of: Half.self) { halves in
                halves.addTask { .receiving(await receive(inbound, outbound)) }
                halves.addTask { .sending(await send(outbound)) }
                guard let first = await halves.next() else { return }
                await close(first, socket, &halves)
                halves.cancelAll()
            }
        }
    }

    /// Says goodbye. A client that is being closed gets a moment to answer, so that the reason reaches it.
    private func close(_ half: Half, _ socket: Socket, _ halves: inout TaskGroup<Half>) async {
        switch half {
        case .patience: return
        case .receiving(nil): return
        case .receiving(.some(let ending)):
            socket.channel.writeAndFlush(WebSocketFrame(closing: ending), promise: nil)
        case .sending(let ending):
            socket.channel.writeAndFlush(WebSocketFrame(closing: ending), promise: nil)
            let patience = timings.closePatience
            halves.addTask {
                try? await Task.sleep(for: patience)
                return .patience
            }
            _ = await halves.next()
        }
    }
}
