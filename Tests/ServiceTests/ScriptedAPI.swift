import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server on a loopback port that gives one answer to everything and remembers what it was asked. It can hang up on
/// the first requests instead.
final class ScriptedAPI: Sendable {
    struct Request: Sendable {
        var uri: String
        var headers: HTTPHeaders
        var body = ""
    }

    private let channel: any Channel
    private let asked: SharedRequests

    /// What several connections write to.
    private final class SharedRequests: Sendable {
        let all = Mutex<[Request]>([])
        private let hangingUp: Int

        init(hangingUp: Int) {
            self.hangingUp = hangingUp
        }

        /// Whether this one is answered.
        func append(_ request: Request) -> Bool {
            all.withLock {
                $0.append(request)
                return $0.count > hangingUp
            }
        }
    }

    /// - Parameter hangingUp: how many requests get no answer.
    init(
        status: Int = 200, answer: String, headers: HTTPHeaders = [:], delay: TimeAmount = .zero, hangingUp: Int = 0
    ) async throws {
        let asked = SharedRequests(hangingUp: hangingUp)
        self.asked = asked
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(
                        Handler(asked: asked, status: status, answer: answer, headers: headers, delay: delay))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var url: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

    var requests: [Request] { asked.all.withLock { $0 } }

    func stop() async throws {
        try await channel.close()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        private let asked: SharedRequests
        private let status: Int
        private let answer: String
        private let headers: HTTPHeaders
        private let delay: TimeAmount
        private var request: Request?

        init(asked: SharedRequests, status: Int, answer: String, headers: HTTPHeaders, delay: TimeAmount) {
            self.asked = asked
            self.status = status
            self.answer = answer
            self.headers = headers
            self.delay = delay
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): request = Request(uri: "\(head.method) \(head.uri)", headers: head.headers)
            case .body(let buffer): request?.body += String(buffer: buffer)
            case .end:
                guard let request, asked.append(request) else {
                    context.close(promise: nil)
                    return
                }
                context.eventLoop.assumeIsolated().scheduleTask(in: delay) { self.respond(context) }
            }
        }

        private func respond(_ context: ChannelHandlerContext) {
            var headers = headers
            headers.add(name: "content-length", value: "\(answer.utf8.count)")
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
