import Foundation
package import HTTP
import SwiftProtobuf
import Timing
import Token

/// Where the HTTP API is, and with whose word: makes the calls of `RoomService` and `AgentDispatchService`.
package struct ServiceConnection: Sendable, CustomStringConvertible, CustomReflectable {
    /// A call's token lives this long.
    private static let tokenLifetime = Duration.seconds(60)

    private let origin: String
    private let credentials: APICredentials
    private let timeout: Duration
    private let retry: ServiceRetry
    private let threads: HTTPThreads

    /// - Parameters:
    ///   - url: `http:`, `https:`, `ws:` or `wss:`, with or without a base path.
    ///   - timeout: for one attempt, from connecting to the last byte.
    package init(
        url: String, credentials: APICredentials, timeout: Duration = .seconds(10),
        retry: ServiceRetry = ServiceRetry(),
        threads: HTTPThreads = .shared
    ) throws(ServiceError) {
        origin = try Self.origin(of: url)
        self.credentials = credentials
        self.timeout = timeout
        self.retry = retry
        self.threads = threads
    }

    package var description: String { "\(origin) as \(credentials)" }

    package var customMirror: Mirror { Mirror(self, children: ["origin": origin, "credentials": credentials]) }

    /// One call: the request as JSON in the protocol's own names, the answer read with whatever is unknown left out.
    func call<Request: Message, Answer: Message>(
        _ method: ServiceMethod, _ request: Request, returning: Answer.Type, grants: VideoGrant
    ) async throws(ServiceError) -> Answer {
        let exchange = HTTPExchange(
            .post, "\(origin)/twirp/livekit.\(method.name)",
            fields: [("Authorization", "Bearer \(try token(grants))"), ("Content-Type", "application/json")],
            body: try Self.json(request), timeout: timeout + method.wait)
        let answer = try await answer(to: exchange, isRepeatable: method.isRepeatable)
        guard answer.status == 200 else { throw Self.failure(answer) }
        do {
            var options = JSONDecodingOptions()
            options.ignoreUnknownFields = true
            return try Answer(jsonUTF8Bytes: answer.body, options: options)
        } catch {
            throw .malformed("\(method.name): \(error)")
        }
    }

    private func answer(to exchange: HTTPExchange, isRepeatable: Bool) async throws(ServiceError) -> HTTPAnswer {
        var attempt = 1
        while true {
            do throws(HTTPError) {
                return try await threads.run(exchange)
            } catch {
                let error = ServiceError(error)
                guard let pause = retry.pause(after: attempt, error, isRepeatable: isRepeatable) else { throw error }
                // Who was cancelled meanwhile waits for nothing more.
                guard (try? await Task.sleep(for: pause)) != nil else { throw error }
                attempt += 1
            }
        }
    }

    private func token(_ grants: VideoGrant) throws(ServiceError) -> String {
        do throws(TokenError) {
            return try AccessToken(grants: grants).signed(
                key: credentials.key, secret: credentials.secret, now: Date(), validFor: Self.tokenLifetime)
        } catch {
            throw .token(error)
        }
    }

    private static func json(_ request: some Message) throws(ServiceError) -> [UInt8] {
        do {
            var options = JSONEncodingOptions()
            options.preserveProtoFieldNames = true
            return try request.jsonUTF8Bytes(options: options)
        } catch {
            throw .malformed("the request: \(error)")
        }
    }

    private static func failure(_ answer: HTTPAnswer) -> ServiceError {
        struct Body: Decodable {
            let code: String
            let msg: String
        }
        guard let body = try? JSONDecoder().decode(Body.self, from: Data(answer.body)) else {
            return .http(status: answer.status, body: String(String(decoding: answer.body, as: UTF8.self).prefix(1000)))
        }
        return .twirp(code: TwirpCode(rawValue: body.code) ?? .unknown, message: body.msg)
    }

    private static func origin(of url: String) throws(ServiceError) -> String {
        let schemes = ["ws://": "http://", "http://": "http://", "wss://": "https://", "https://": "https://"]
        let lower = url.lowercased()
        guard let (scheme, http) = schemes.first(where: { lower.hasPrefix($0.key) }), url.count > scheme.count else {
            throw .unreachable("not an address of a server")
        }
        let rest = url.dropFirst(scheme.count)
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !rest.contains(where: { "?#@".contains($0) }) else {
            throw .unreachable("not an address of a server")
        }
        return http + rest.trimmingSuffix("/")
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ character: Character) -> Substring {
        var text = self
        while text.last == character { text.removeLast() }
        return text
    }
}
