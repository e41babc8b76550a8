import Access
import Feeds
import Foundation
import HTTPTypes
import HummingbirdCore
import Live
import NIOCore
import Surface

extension Routes {
    /// Feeds by server-sent events.
    func addStreams(to endpoints: inout Endpoints) {
        endpoints.serve("streamEvents") { call in try await stream(.session(call.session), call) }
        endpoints.serve("streamFeed") { call in try await stream(.workspace, call) }
    }

    private func stream(_ source: FeedOpening.Source, _ call: Call) async throws -> HTTPReply {
        guard let admission = call.admission else { throw Problem.anonymous }
        let after = call.header("Last-Event-ID") ?? call.request.uri.queryParameters["after"].map(String.init)
        let opening = FeedOpening(source, after: after, FeedRequest(resource: call.request.uri.path))
        let stream: FeedStream
        do throws(FeedRejection) {
            stream = try await FeedStream.open(opening, as: GatekeeperGate.pass(admission), plane.hub)
        } catch {
            throw Self.problem(error.ending)
        }
        let (request, context) = (call.request, call.context)
        let body = ResponseBody { writer in
            // A client that goes cancels the feed; the body is written in this task.
            try? await request.body.consumeWithCancellationOnInboundClose { [writer] _ in
                var writer = writer
                await stream.run(cutting: context.hangUp) { bytes in try await writer.write(bytes) }
            }
            await stream.finish()
            try await writer.finish(nil)
        }
        var reply = HTTPReply(streaming: body, type: "text/event-stream")
        for (name, value) in FeedStream.headers { HTTPField.Name(name).map { reply.headers[$0] = value } }
        return reply
    }

    /// Why a stream is not opened, over HTTP.
    private static func problem(_ ending: FeedEnding) -> Problem {
        switch ending {
        case .badCursor: .invalid("/after", ending.close.reason)
        case .noSession: .noSession
        case .unauthenticated: .anonymous
        case .tooMany: .tooManyFeeds
        default: Problem(.forbidden, ending.close.reason)
        }
    }
}
